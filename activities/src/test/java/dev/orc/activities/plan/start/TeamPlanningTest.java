package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.config.Config;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.PlanCost;
import dev.orc.workflows.model.RepositoryTrust;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TeamWish;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.TrustRequest;
import dev.orc.workflows.model.TypeCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teams of repositories: types of their own, reviews without a program. */
class TeamPlanningTest {
  @TempDir Path folder;
  private Path root;
  private List<Completed> past = List.of();
  private RepositoryTrusts trusts;
  private TeamPlanning planning;
  private RoleAnswers desk;

  @BeforeEach
  void makeTheHost() throws IOException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    root = folder.resolve("shop");
    GitForTests.empty(root);
    RepositoryCheck repositories = new RepositoryCheck(GitForTests.program());
    trusts = new RepositoryTrusts(folders, Config.DEFAULTS, repositories);
    planning =
        new TeamPlanning(
            folders, Config.DEFAULTS, repositories, Drivers.load(folders), trusts, () -> past);
    desk = new RoleAnswers(folders, repositories, trusts);
  }

  @Test
  void aRepositorysOwnTypeCountsOnceAPersonHasAllowedIt() throws IOException {
    Path types = Files.createDirectories(root.resolve(".orc/teams"));
    Files.writeString(
        types.resolve("game.yaml"),
        "core: [orchestrator, developer]\nsigns: [{file: '*.lua', weight: 0.9}]\n");
    Files.writeString(root.resolve("main.lua"), "print()");

    TeamPlan before = plan(TeamWish.NONE);
    assertThat(before.type()).isEqualTo("code_project");
    assertThat(before.notes()).anyMatch(note -> note.contains("orc trust " + root));
    assertThat(desk.types(root.toString())).hasSize(5);

    RepositoryTrust asked =
        trusts.of(new TrustRequest("1", "person", root.toString(), null, List.of()));
    assertThat(asked.missing())
        .anyMatch(line -> line.startsWith(".orc/teams/game.yaml: a project"));
    trusts.allow(new TrustRequest("1", "person", root.toString(), null, asked.missing()));

    TeamPlan plan = plan(TeamWish.NONE);
    assertThat(plan.type()).isEqualTo("game");
    assertThat(names(plan)).containsExactly("orchestrator", "developer");
    assertThat(plan.notes()).isEmpty();
    assertThat(desk.types(root.toString())).extracting(TypeCard::name).contains("game");

    Files.writeString(
        types.resolve("game.yaml"), "core: [orchestrator, devops]\nsigns: [{file: '*.lua'}]\n");
    assertThat(plan(TeamWish.NONE).notes()).as("another text is another wish").isNotEmpty();
  }

  @Test
  void aTypeThatReachesOutOfTheRepositoryIsNotRead() throws IOException {
    Path types = Files.createDirectories(root.resolve(".orc/teams"));
    Files.writeString(folder.resolve("secret.yaml"), "core: [orchestrator]\nsigns: []\n");
    Files.createSymbolicLink(types.resolve("game.yaml"), folder.resolve("secret.yaml"));
    RepositoryTrust asked =
        trusts.of(new TrustRequest("1", "person", root.toString(), null, List.of()));
    trusts.allow(new TrustRequest("1", "person", root.toString(), null, asked.missing()));

    assertThatThrownBy(() -> plan(TeamWish.NONE))
        .hasMessageContaining("game.yaml:1: it is a link out of the project");
  }

  @Test
  void aMockedReviewSaysWhatThePlannerWouldChange() throws IOException {
    Files.writeString(root.resolve("package.json"), "{\"dependencies\": {\"react\": \"1\"}}");
    TeamWish named =
        new TeamWish(
            null,
            null,
            null,
            List.of("orchestrator", "developer", "devops"),
            null,
            0,
            false,
            null,
            false,
            true,
            null,
            null,
            null,
            true);

    TeamPlan plan = plan(named);

    assertThat(names(plan))
        .containsExactly("orchestrator", "developer", "tester", "testrunner", "devops");
    assertThat(plan.notes())
        .containsExactly(
            "review by the planner (a mock): adds tester (core of a web_application); adds"
                + " testrunner (core of a web_application)");
    assertThat(plan(named)).as("the same every time").isEqualTo(plan);
  }

  @Test
  void anAnalysisStillNeedsASpec() {
    TeamWish analyze = new TeamWish(null, null, null, null, null, 0, false, null, true, false);
    assertThatThrownBy(() -> plan(analyze))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("there is no spec");
  }

  @Test
  void whatATeamCostsIsEstimatedFromTheRunsOfThisHost() {
    PlanCost unknown = plan(TeamWish.NONE).cost();
    assertThat(unknown.agents()).isEqualTo(5);
    assertThat(unknown.checkInsAnHour()).isEqualTo(11);
    assertThat(unknown.tokens()).isZero();
    assertThat(unknown.basis()).contains("nothing to go by");

    past =
        List.of(
            run("code_project", Phase.COMPLETED, 30, 1_000),
            run("code_project", Phase.COMPLETED, 50, 2_000),
            run("code_project", Phase.COMPLETED, 90, 0),
            run("code_project", Phase.FAILED, 900, 9_000),
            run("web_application", Phase.COMPLETED, 10, 50));
    assertThat(plan(TeamWish.NONE).cost())
        .isEqualTo(
            new PlanCost(
                5,
                11,
                5_000,
                50,
                3,
                "an estimate, from 3 completed runs of a medium team for a code_project on this"
                    + " host"));
    TeamWish small = new TeamWish(null, "small", null, null, null, 0, false, null, false, false);
    assertThat(plan(small).cost().basis()).contains("by teams of other sizes");
  }

  private static Completed run(String type, Phase phase, int minutes, long tokens) {
    Instant start = Instant.parse("2026-11-20T10:00:00Z");
    return new Completed(
        "old",
        "Old",
        "/old",
        type + minutes,
        phase,
        null,
        null,
        start,
        start.plus(Duration.ofMinutes(minutes)),
        5,
        Totals.NONE,
        null,
        type,
        List.of(new RoleRun("developer", "codex", 1, 3, true, tokens)));
  }

  private TeamPlan plan(TeamWish wish) {
    return planning.plan(new TeamRequest(root.toString(), null, "scripted", wish, List.of()));
  }

  private static List<String> names(TeamPlan plan) {
    return plan.team().roles().stream().map(Role::name).toList();
  }
}
