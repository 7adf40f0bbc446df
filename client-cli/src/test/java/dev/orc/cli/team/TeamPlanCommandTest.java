package dev.orc.cli.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.ExportedTeam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamPlanCommandTest {
  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @BeforeEach
  void answer() {
    worker.answer("GET /v1/health", 200, Map.of("pid", 1));
    worker.answer("POST /v1/team/plan", 200, Samples.teamPlan());
    worker.answer("POST /v1/team/export", 200, new ExportedTeam("type: code_project\n"));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  @Test
  void showsTheTeamAndTheReasons() throws IOException {
    Shell.Result shown = shell().run("team", "plan", "--size", "small", "--driver", "codex");

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out())
        .contains("Type: code_project (confidence 0.75)", "Team of 1, chosen by planner")
        .contains("tester    a small team has 4 roles");
    assertThat(worker.last().json())
        .containsEntry("project", folder.toString())
        .containsEntry("driver", "codex");
    assertThat(worker.last().body()).contains("\"size\":\"small\"");
    assertThat(shell().on(Terminal.sized(80, 24)).run("team", "plan").out().lines())
        .allMatch(line -> line.length() <= 80);
    assertThat(shell().run("team", "plan", "--json").out()).startsWith("{").contains("0.75");
  }

  @Test
  void sizesAreWordsOrNumbersAndReviewsMayBeMocked() {
    shell().run("team", "plan", "--size", "6", "--max-size", "3", "--phase", "design");
    assertThat(worker.last().body())
        .contains("\"size\":\"6\"", "\"maxSize\":\"3\"", "\"phase\":\"design\"");

    Shell.Result mocked =
        shell().run("team", "plan", "--refine", "--roles", "orchestrator,developer", "--mock");
    assertThat(mocked.err()).as("no program is asked").isEmpty();
    assertThat(worker.last().body()).contains("\"refine\":true", "\"mock\":true");

    shell().run("team", "plan", "--workflow", "product-launch");
    assertThat(worker.last().body()).contains("\"workflow\":\"product-launch\"");

    Shell.Result alone = shell().run("team", "plan", "--mock");
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("--mock goes with --refine");
  }

  @Test
  void exportsOverNothingThatIsThere() throws IOException {
    Path file = folder.resolve("team.yaml");

    assertThat(shell().run("team", "plan", "--export", "team.yaml").exit()).isZero();
    assertThat(file).hasContent("type: code_project\n");

    Files.writeString(file, "mine, and longer than what comes\n");
    Shell.Result refused = shell().run("team", "plan", "--export", "team.yaml");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).contains("team.yaml is there already", "--force");
    assertThat(file).hasContent("mine, and longer than what comes\n");

    assertThat(shell().run("team", "plan", "--export", "team.yaml", "--force").exit()).isZero();
    assertThat(file).hasContent("type: code_project\n");
    assertThat(shell().run("team", "plan", "--export", "no/where.yaml").exit()).isEqualTo(2);
  }

  @Test
  void saysWhatItCanNotLookAt() {
    assertThat(shell().run("team", "plan", "--project", "none").exit()).isEqualTo(3);
    assertThat(shell().run("team", "plan", "--spec", "none.md").exit()).isEqualTo(3);
    assertThat(shell().run("team").exit()).isEqualTo(2);
    assertThat(worker.requests()).isEmpty();
  }
}
