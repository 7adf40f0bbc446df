package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.LedSpecs.LedPhase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code orc start --from}: one project for each phase, each after the one before it. */
class LedStartTest {
  @TempDir Path folder;
  private final FakeWorker worker =
      new FakeWorker().answer("GET /v1/health", 200, Map.of("pid", 1));

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void codeComesAfterTheLastPhase() throws IOException {
    worker.answer(
        "POST /v1/specs/led",
        200,
        new LedSpecs(
            "/p",
            "/p/specs/001-tea",
            "tea",
            List.of(
                new LedPhase("plan", "/k/plan.md", "specs/001-tea/plan.md"),
                new LedPhase("tasks", "/k/tasks.md", "specs/001-tea/tasks.md"))));
    worker.answer(
        "POST /v1/queue",
        202,
        new BatchAdded("1", "tea", List.of(new BatchAdded.Entry("i1", "tea-plan", false))));

    Shell.Result started =
        run("start", "specs/001-tea", "--from", "plan", "--review", "--roles", "developer");

    assertThat(started.err()).isEmpty();
    assertThat(worker.requests().get(1).body())
        .contains("\"spec\":\"" + folder + "/specs/001-tea\"", "\"from\":\"plan\"")
        .contains("\"review\":true");
    BatchAdd add =
        ApiJson.read(BatchAdd.class, worker.last().body().getBytes(StandardCharsets.UTF_8));
    assertThat(add.batch()).isEqualTo("tea");
    assertThat(add.entries())
        .extracting(BatchEntry::name)
        .containsExactly("tea-plan", "tea-tasks", "tea");
    assertThat(add.entries())
        .extracting(BatchEntry::dependsOn)
        .containsExactly(List.of(), List.of("tea-plan"), List.of("tea-tasks"));
    assertThat(add.entries())
        .extracting(entry -> entry.start().spec())
        .containsExactly("/k/plan.md", "/k/tasks.md", "/p/specs/001-tea");
    assertThat(add.entries())
        .extracting(entry -> entry.start().team().roles())
        .containsExactly(List.of("orchestrator"), List.of("orchestrator"), List.of("developer"));
    assertThat(add.entries())
        .extracting(entry -> entry.start().review())
        .containsExactly("specs/001-tea/plan.md", "specs/001-tea/tasks.md", null);
    assertThat(add.entries()).allMatch(entry -> entry.start().project().equals("/p"));
    assertThat(run("start", "specs/001-tea", "--from", "plan", "--dry-run").out())
        .contains("The lead would do the phase tasks", "Nothing was changed.")
        .doesNotContain("approve");
    assertThat(run("start", "specs/001-tea", "--from", "plan", "--review", "--dry-run").out())
        .contains("  and you would approve specs/001-tea/tasks.md before it counts");
  }

  @Test
  void itIsForOneDirectory() {
    assertThat(run("start", "a", "b", "--from", "plan").exit()).isEqualTo(2);
    assertThat(run("start", "a", "--review").err()).contains("--review goes with --from");
    assertThat(worker.requests()).isEmpty();
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).speakingTo(worker).run(words);
  }
}
