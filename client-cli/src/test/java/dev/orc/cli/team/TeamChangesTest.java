package dev.orc.cli.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.workflows.model.Accepted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TeamChangesTest {
  @TempDir Path folder;

  private final FakeWorker worker =
      new FakeWorker()
          .answer("GET /v1/health", 200, "up")
          .answer("POST /v1/projects/shop/team", 202, new Accepted("1", false, null))
          .answer("POST /v1/projects/shop/roles/remove", 202, new Accepted("1", false, "x"));

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void addSendsRolesTaskProgramAndWhomTheyStartAfter() throws IOException {
    int exit =
        run(
            new TeamAdd(),
            "shop",
            "tester",
            "developer-2",
            "--temp",
            "--task",
            "port it",
            "--driver",
            "codex",
            "--after",
            "developer, devops");
    assertThat(exit).isZero();
    assertThat(worker.last().json())
        .containsEntry("roles", List.of("tester", "developer-2"))
        .containsEntry("task", "port it")
        .containsEntry("driver", "codex")
        .containsEntry("startsAfter", List.of("developer", "devops"))
        .containsEntry("by", "person")
        .containsKey("id");
  }

  @Test
  void aTaskAndItsFlagBelongTogether() {
    assertUsage("Add --task", "shop", "tester", "--temp");
    assertUsage("Add --temp", "shop", "tester", "--task", "port it");
  }

  @Test
  void removeNamesTheRole() throws IOException {
    assertThat(run(new TeamRemove(), "shop", "tester", "--reason", "enough")).isZero();
    assertThat(worker.last().json())
        .containsEntry("role", "tester")
        .containsEntry("reason", "enough");
  }

  private void assertUsage(String remedy, String... words) {
    assertThatThrownBy(() -> run(new TeamAdd(), words))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exit()).isEqualTo(Failure.USAGE);
              assertThat(failure.remedy()).contains(remedy);
            });
  }

  private int run(Command command, String... words) throws IOException {
    CommandLine line = new CommandLine(command.syntax().spec());
    return command.run(
        new GivenArguments(line.parseArgs(words)), new Shell(folder).speakingTo(worker).here());
  }
}
