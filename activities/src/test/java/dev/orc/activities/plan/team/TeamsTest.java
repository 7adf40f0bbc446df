package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsTest {
  private final Teams teams = new Teams();

  @Test
  void defaultTeamHasFiveRolesOfWhichOneLeads() {
    Team team = team();

    assertThat(team.roles())
        .extracting(Role::name, Role::checkInMinutes, Role::branchPrefix)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("orchestrator", 20, "orchestrator/"),
            org.assertj.core.groups.Tuple.tuple("project-manager", 25, "pm-feature/"),
            org.assertj.core.groups.Tuple.tuple("developer", 30, "feature/"),
            org.assertj.core.groups.Tuple.tuple("tester", 30, "test/"),
            org.assertj.core.groups.Tuple.tuple("testrunner", 30, "testrunner/"));
    assertThat(team.lead()).map(Role::name).contains("orchestrator");
    assertThat(team.roles()).filteredOn(Role::leads).hasSize(1);
    assertThat(team.role("testrunner").orElseThrow().waitsFor())
        .containsExactly("developer", "tester");
  }

  @Test
  void makesATeamOfAllRoles() {
    Team all = teams.of(teams.roles(), role -> Program.of("claude"));
    assertThat(all.roles())
        .allSatisfy(
            role -> {
              assertThat(role.duty()).isNotBlank();
              assertThat(role.branchPrefix()).endsWith("/");
              assertThat(role.checkInMinutes()).isBetween(15, 60);
              assertThat(teams.roles()).containsAll(role.talksTo()).containsAll(role.waitsFor());
            });
    assertThat(all.roles()).extracting(Role::branchPrefix).doesNotHaveDuplicates();
  }

  @Test
  void takesNamesAsPeopleWriteThemAndSecondOnes() {
    Team team = team("Project_Manager", "developer", "developer-2", "tester");

    assertThat(team.roles())
        .extracting(Role::name)
        .containsExactly("project-manager", "developer", "developer-2", "tester");
    assertThat(team.role("tester").orElseThrow().waitsFor())
        .containsExactly("developer", "developer-2");
    assertThat(team.role("tester").orElseThrow().talksTo()).contains("developer-2");
    assertThat(team.lead()).isEmpty();
  }

  @Test
  void onlyOneOfTwoOrchestratorsLeads() {
    assertThat(team("orchestrator", "orchestrator-2").roles()).filteredOn(Role::leads).hasSize(1);
    assertThat(team("tester", "orchestrator-3").lead()).map(Role::name).contains("orchestrator-3");
  }

  @Test
  void refusesUnknownAndRepeatedRoles() {
    assertThatThrownBy(() -> team("devloper"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains("mean developer?"))
        .hasMessage("there is no role 'devloper'");
    assertThatThrownBy(() -> team("../x")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> team("tester", "tester")).hasMessageContaining("twice");
  }

  private Team team(String... names) {
    return teams.of(List.of(names), role -> Program.of("claude"));
  }
}
