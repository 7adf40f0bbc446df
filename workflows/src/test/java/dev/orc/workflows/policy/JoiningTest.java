package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static final Role LEAD =
      new Role("lead", "leads", true, 0, "lead/", null, null, Program.of("x"));
  private static final Team TIERS =
      new Team(
          "code_project",
          List.of(
              LEAD,
              role("project-manager"),
              role("project-manager-2"),
              under("developer", "project-manager"),
              under("tester", "project-manager"),
              under("devops", "project-manager-2")));

  @Test
  void comesBelowTheManagerOfItsKind() {
    Role second = Joining.placed(TIERS, role("developer-2"));
    assertThat(second.reportsTo()).isEqualTo("project-manager");
    assertThat(second.talksTo()).containsExactly("project-manager", "developer", "tester");
  }

  @Test
  void comesIntoTheSmallestGroupOtherwise() {
    Role writer = Joining.placed(TIERS, role("documentation-writer"));
    assertThat(writer.reportsTo()).isEqualTo("project-manager-2");
    assertThat(writer.talksTo()).containsExactly("project-manager-2", "devops");
  }

  @Test
  void leadsManagersAndThoseWhoKnowTheirManagerStayAsTheyAre() {
    assertStays(TIERS, LEAD);
    assertStays(TIERS, role("project-manager-3"));
    assertStays(TIERS, under("researcher", "project-manager"));
  }

  @Test
  void withoutAGroupThereIsNoPlaceToFind() {
    Team two = new Team("code_project", List.of(LEAD, role("project-manager"), role("developer")));
    assertStays(two, role("tester"));
    Team aide =
        new Team("code_project", List.of(LEAD, role("developer"), under("tester", "developer")));
    assertStays(aide, role("devops"));
    assertThat(Joining.placed(aide, role("tester-2")).reportsTo()).isEqualTo("developer");
  }

  private static void assertStays(Team team, Role role) {
    assertThat(Joining.placed(team, role)).isEqualTo(role);
  }

  private static Role role(String name) {
    return new Role(name, "works", false, 30, name + "/", null, null, Program.of("x"));
  }

  private static Role under(String name, String manager) {
    return role(name).below(manager, List.of());
  }
}
