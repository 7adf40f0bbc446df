package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reasons, the shapes and the refusals; who is in which team is {@link TeamTableTest}'s. */
class TeamPlannerTest {
  @TempDir Path folder;
  private HostFolders folders;

  @BeforeEach
  void makeHome() {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
  }

  @Test
  void saysWhyEachRoleIsThereAndWhyNot() {
    assertThat(why("java-medium", wish("pro"), "project-manager"))
        .isEqualTo("core of a code_project; but plan pro carries 3 roles");
    assertThat(why("java-small", wish(null), "project-manager"))
        .isEqualTo("core of a code_project; but a small team has 4 roles");
    assertThat(why("django", wish(null), "databaseops"))
        .contains("changes of a schema", "it needs sysadmin, and plan max5 carries 5 roles");
    assertThat(why("django", wish("max20"), "sysadmin")).isEqualTo("databaseops needs it");
    assertThat(why("terraform-large", wish("max20"), "networkops")).contains("optional");
    assertThat(why("helm", wish("max20"), "databaseops")).isEqualTo("no database is configured");
    assertThat(why("systemd-production", wish(null), "monitoringops")).contains("names an SLA");
    assertThat(why("kubernetes", wish(null), "monitoringops"))
        .isEqualTo("8 services are described");
  }

  @Test
  void saysWhatRolesThatWereAskedForMayMiss() {
    TeamPlan plan = plan("java-small", TeamWish.of(List.of("developer", "securityops")));
    assertThat(plan.notes())
        .containsExactly("securityops usually needs sysadmin, which is left out");
    TeamPlan many = plan("java-small", TeamWish.of(new Teams().roles().subList(0, 7)));
    assertThat(many.team().roles()).hasSize(7);
    assertThat(many.notes().get(0)).contains("7 roles were asked for, and plan max5 carries 5");
  }

  @Test
  void threeTiersPutManagersBetweenTheLeadAndTheEngineers() {
    TeamPlan plan = plan("java-large", tiers("console", List.of()));

    assertThat(names(plan)).startsWith("orchestrator", "project-manager", "project-manager-2");
    Role manager = plan.team().role("project-manager-2").orElseThrow();
    assertThat(manager.reportsTo()).isNull();
    assertThat(manager.talksTo()).contains("orchestrator", "project-manager");
    List<Role> engineers =
        plan.team().roles().stream().filter(role -> role.reportsTo() != null).toList();
    assertThat(engineers).hasSize(plan.team().roles().size() - 3);
    for (Role engineer : engineers) {
      assertThat(engineer.talksTo())
          .contains(engineer.reportsTo())
          .doesNotContain("orchestrator", engineer.name())
          .hasSizeLessThanOrEqualTo(4);
      assertThat(plan.team().role(engineer.reportsTo()).orElseThrow().talksTo())
          .contains(engineer.name());
    }
    assertThatThrownBy(() -> plan("empty", tiers(null, List.of("orchestrator", "developer"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("three tiers need a project-manager");
  }

  @Test
  void phasesLetTheLaterStagesWait() {
    TeamWish wish =
        new TeamWish(
            null,
            null,
            null,
            List.of("orchestrator", "project-manager", "researcher", "developer", "tester"),
            List.of(),
            0,
            true,
            null,
            false,
            false);

    TeamPlan plan = plan("empty", wish);

    assertThat(after(plan, "orchestrator")).isEmpty();
    assertThat(after(plan, "project-manager")).isEmpty();
    assertThat(after(plan, "researcher")).isEmpty();
    assertThat(after(plan, "developer")).containsExactly("researcher");
    assertThat(after(plan, "tester")).containsExactly("developer");
  }

  @Test
  void refusesWordsThatItDoesNotKnow() {
    assertThatThrownBy(() -> plan("empty", wish("max10")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains("did you mean max"))
        .hasMessageContaining("there is no plan 'max10'");
    TeamWish size = new TeamWish(null, "hug", null, null, null, 0, false, null, false, false);
    assertThatThrownBy(() -> plan("empty", size)).hasMessageContaining("no size 'hug'");
    TeamWish type =
        new TeamWish("web_aplication", null, null, null, null, 0, false, null, false, false);
    assertThatThrownBy(() -> plan("empty", type))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.remedy()).contains("did you mean web_application?"));
  }

  @Test
  void aPersonsOwnTeamOfATypeCounts() throws IOException {
    Path own = Files.createDirectories(folders.config().resolve("teams"));
    Files.writeString(
        own.resolve("code_project.yaml"),
        "core: [orchestrator, developer, code_reviewer]\nkeep: [orchestrator, code-reviewer, developer]\n");

    assertThat(names(plan("java-medium", wish(null))))
        .containsExactly("orchestrator", "developer", "code-reviewer");
    assertThat(names(plan("java-medium", tiny())))
        .containsExactly("orchestrator", "developer", "code-reviewer");
  }

  @Test
  void saysWhatIsWrongInAPersonsOwnTeams() throws IOException {
    Path own = Files.createDirectories(folders.config().resolve("teams"));
    Files.writeString(own.resolve("code_projekt.yaml"), "core: [developer]\n");
    Files.writeString(
        own.resolve("data_pipeline.yaml"), "core: [developer]\nkeep: [tester]\nopt: [x]\n");

    assertThatThrownBy(() -> plan("empty", wish(null)))
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining(
            "code_projekt.yaml:1: 'code_projekt' is a new type without signs; did you mean")
        .hasMessageContaining("data_pipeline.yaml:2: keep has not the roles of core")
        .hasMessageContaining("data_pipeline.yaml:3: unknown key 'opt'");
  }

  private static TeamWish tiny() {
    return new TeamWish(null, "small", null, null, null, 0, false, null, false, false);
  }

  private static TeamWish wish(String plan) {
    return new TeamWish(null, null, plan, null, null, 0, false, null, false, false);
  }

  private static TeamWish tiers(String plan, List<String> roles) {
    return new TeamWish(null, "enterprise", plan, roles, null, 3, false, null, false, false);
  }

  private String why(String tree, TeamWish wish, String role) {
    return plan(tree, wish).choices().stream()
        .filter(choice -> choice.role().equals(role))
        .map(RoleChoice::why)
        .findFirst()
        .orElse("never thought of");
  }

  private static List<String> names(TeamPlan plan) {
    return plan.team().roles().stream().map(Role::name).toList();
  }

  private static List<String> after(TeamPlan plan, String role) {
    return plan.team().role(role).orElseThrow().startsAfter();
  }

  private TeamPlan plan(String tree, TeamWish wish) {
    RoleLibrary library = RoleLibrary.bundled();
    SampleTrees.Sample sample = new SampleTrees(folder).make(tree);
    return SampleTrees.planner(library, folders)
        .plan(new TeamQuestion(sample.tree(), sample.spec(), wish, role -> Program.of("claude")));
  }
}
