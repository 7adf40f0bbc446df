package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.host.WorkerStop;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./orc demo}, as a person starts it. */
@Timeout(180)
class DemoIT {
  @TempDir Path folder;

  @Test
  void endsCompletedWithAMergedResultThatWorks() throws Exception {
    CommandContext person = OrcForTests.person().with("TMPDIR", folder.toRealPath().toString());
    Run demo = run(person, OrcForTests.launcher().toString(), "demo", "--keep");

    assertThat(demo.exit()).as(demo.out()).isZero();
    assertThat(demo.out()).contains("COMPLETED", "1 restart", "1 usage limit", "Try next:");
    CommandContext left = left();
    theMergedResultWorks(left.with(left.environment(), left.directory().resolve("greeting")));
    String answer = OrcForTests.ok(new Shell(left), "status", "greeting", "--json");
    ProjectStatus status = OrcForTests.json(ProjectStatus.class, answer);
    assertThat(status.phase()).isEqualTo(Phase.COMPLETED);
    assertThat(status.needs()).isEmpty();
    Histories.replay(
        WorkerStart.health(left).orElseThrow(), left.folders(), List.of("orc/greeting"));
  }

  /** The demo was told to leave everything, so that it can be looked at. */
  @AfterEach
  void clear() throws IOException, InterruptedException {
    CommandContext left = left();
    var unused = WorkerStop.of(left, false);
    String socket = left.directory().getFileName().toString();
    assertThat(run(left, "tmux", "-L", socket, "kill-server").exit()).isBetween(0, 1);
  }

  /** The throwaway home of the demo. */
  private CommandContext left() throws IOException {
    Path stage = folder.toRealPath().resolve(Await.names(folder).get(0));
    CommandContext person = OrcForTests.person().with("ORC_HOME", stage.resolve("home").toString());
    return person.with(person.environment(), stage);
  }

  private static void theMergedResultWorks(CommandContext there)
      throws IOException, InterruptedException {
    assertThat(run(there, "sh", "test.sh").out()).contains("all is well");
    assertThat(run(there, "sh", "greet.sh", "orc").out()).isEqualTo("Hello, orc!\n");
    assertThat(run(there, "git", "status", "--porcelain").out()).isEmpty();
    assertThat(run(there, "git", "ls-files").out().lines())
        .contains(
            "greet.sh", "test.sh", "docs/greet.md", "docs/requirements.md", "docs/test-results.md");
    assertThat(run(there, "git", "branch", "--show-current").out()).isEqualTo("main\n");
  }

  private record Run(int exit, String out) {}

  private static Run run(CommandContext here, String... program)
      throws IOException, InterruptedException {
    Process process = ProgramStarts.of(here, List.of(program)).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }
}
