package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.SpecDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code orc start} without a spec. */
class InformalStartTest {
  @TempDir Path folder;
  private final FakeWorker worker =
      new FakeWorker().answer("GET /v1/health", 200, Map.of("pid", 1));
  private Path draft;

  @BeforeEach
  void aRepositoryWithADraft() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.createFile(folder.resolve(".git/HEAD"));
    draft = Files.writeString(folder.resolve("draft.md"), "GOAL: go on\n");
    worker.answer(
        "POST /v1/specs/draft",
        200,
        new SpecDraft(
            folder.toString(), draft.toString(), "GOAL: go on\n", List.of("TODO.md: 2 open")));
    worker.answer("POST /v1/projects?dry-run=true", 200, Samples.started());
    worker.answer("POST /v1/projects", 200, Samples.started());
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void theDraftIsShownAndStartedAfterAYes() throws IOException {
    Shell.Result started = run("start", "--yes", "--driver", "codex");

    assertThat(started.err()).isEmpty();
    assertThat(started.out()).contains("From TODO.md: 2 open", "GOAL: go on", "Started ");
    assertThat(worker.last().json())
        .containsEntry("spec", draft.toString())
        .containsEntry("project", folder.toString())
        .containsEntry("driver", "codex");
  }

  @Test
  void aProjectIsNamedAsPeopleSayIt() throws IOException {
    for (String name : List.of("task-templates", "task templates", "Task Templates")) {
      assertThat(run("start", name, "--yes").err()).isEmpty();
      assertThat(worker.requests())
          .anyMatch(request -> request.body().contains("\"name\":\"" + name + "\""));
    }
    assertThat(run("start", "shop.md").err()).contains("shop.md does not exist");
    assertThat(run("start", "two words.md").err()).contains("does not exist");
  }

  @Test
  void nobodyWhoCouldAnswerStartsNothing() {
    Shell.Result refused = run("start");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("nobody is here to answer", "--yes", "--dry-run");
    assertThat(worker.requests()).isEmpty();

    assertThat(run("start", "--dry-run").out()).contains("GOAL: go on", "Nothing was changed.");
  }

  @Test
  void aNameIsLookedUpByTheWorker() {
    run("start", "task-templates", "--yes");
    assertThat(worker.requests().get(1).body()).contains("\"name\":\"task-templates\"");
    assertThat(run("start", "none.md").exit()).isEqualTo(3);
    assertThat(run("start", "draft.md", "--yes").err()).contains("for a start without a spec");
  }

  @Test
  void anEditorMayHaveItFirst() throws IOException {
    Path editor = folder.resolve("editor");
    Files.writeString(editor, "#!/bin/sh\necho 'GOAL: better' > \"$1\"\n");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));

    Shell.Result started =
        new Shell(folder)
            .speakingTo(worker)
            .with("VISUAL", editor.toString())
            .run("start", "-e", "--yes");

    assertThat(started.out()).contains("GOAL: better").doesNotContain("GOAL: go on");
    assertThat(draft).hasContent("GOAL: better");
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).speakingTo(worker).run(words);
  }
}
