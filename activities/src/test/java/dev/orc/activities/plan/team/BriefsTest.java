package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefsTest {
  @TempDir Path home;
  private Briefs briefs;
  private Path document;
  private final Team team = new Teams().of(List.of(), role -> Program.of("claude"));

  @BeforeEach
  void writeTheSpec() throws IOException {
    briefs = new Briefs(HostFolders.of(Map.of("ORC_HOME", home.toString())));
    document = Files.writeString(home.resolve("spec.md"), "GOAL: {{role}} costs $1\n");
  }

  @Test
  void tellsTheDeveloperAllItNeeds() {
    String brief = briefs.render(order("developer", 1, false, "feature/demo"));

    assertThat(brief)
        .contains("# You are the developer of project demo")
        .contains("`/w/developer`")
        .contains("Your branch is `feature/demo`")
        .contains("starting branch `main` is protected")
        .contains("orc send orchestrator \"")
        .contains("orc report done \"")
        .contains("orc checkin add 30 \"")
        .contains("- 1 + 1 is 2")
        .contains("    mvn test")
        .contains("GOAL: {{role}} costs $1")
        .doesNotContain("You were here before")
        .doesNotContain("You speak for the team")
        .doesNotContain("--temp");
  }

  @Test
  void tellsTheLeadHowTheProjectEnds() {
    assertThat(briefs.render(order("orchestrator", 1, false, "orchestrator/demo")))
        .contains("only that ends the project")
        .contains("orc team add demo ROLE --temp --task")
        .contains("- orchestrator (you) (leads)");
  }

  @Test
  void tellsARestartedAgentToLookAtGitFirst() {
    assertThat(briefs.render(order("developer", 3, true, null)))
        .contains("life number 3")
        .contains("git log")
        .contains("You are on no branch");
  }

  @Test
  void namesALongSpecInsteadOfRepeatingIt() throws IOException {
    Files.writeString(document, "x".repeat(30_000));
    assertThat(briefs.render(order("developer", 1, false, "b")))
        .contains("`" + document + "`")
        .hasSizeLessThan(20_000);
  }

  @Test
  void writesOneFileForEachLife() {
    Path first = briefs.write(order("developer", 1, false, "b"));
    Path second = briefs.write(order("developer", 2, true, "b"));

    assertThat(first).isEqualTo(home.resolve("state/projects/demo/briefs/developer-1.md")).exists();
    assertThat(second).exists().isNotEqualTo(first);
    assertThat(first.getParent()).isDirectoryNotContaining("glob:**.draft");
  }

  private LaunchOrder order(String role, int incarnation, boolean recovered, String branch) {
    Spec spec =
        new Spec(
            "Calc", document.toString(), "0", "goal", List.of("1 + 1 is 2"), List.of("mvn test"));
    return new LaunchOrder(
        "demo",
        new Repository("/p", "main", "abc"),
        spec,
        team,
        team.role(role).orElseThrow(),
        new Worktree(role, "/w/" + role, branch, "plain"),
        incarnation,
        recovered,
        List.of(),
        List.of(),
        Duration.ofMinutes(1));
  }
}
