package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseRulesTest {
  @Test
  void whoIsNotInTheTeamIsNotWaitedFor() {
    Team team = team(role("a"), role("b", "a", "nobody"));
    assertThat(grounds(team, "a")).isEmpty();
    assertThat(grounds(team, "b")).containsExactly("a");
  }

  @Test
  void inARingTheFirstOfTheTeamBegins() {
    Team ring = team(role("a", "c"), role("b", "a"), role("c", "b"));
    assertThat(grounds(ring, "a")).isEmpty();
    assertThat(grounds(ring, "b")).containsExactly("a");
    assertThat(grounds(ring, "c")).containsExactly("b");
    assertThat(grounds(team(role("a", "a")), "a")).isEmpty();
    Team pair = team(role("a", "b"), role("b", "a"), role("c", "a", "b"));
    assertThat(grounds(pair, "a")).isEmpty();
    assertThat(grounds(pair, "b")).containsExactly("a");
    assertThat(grounds(pair, "c")).containsExactly("a", "b");
  }

  @Test
  void aLaterOneMayStandBeforeAnEarlierOneInTheTeam() {
    Team team = team(role("tester", "developer"), role("developer"));
    assertThat(grounds(team, "tester")).containsExactly("developer");
  }

  @Test
  void theLeadWaitsForNobody() {
    Role lead =
        new Role(
            "lead", "x", true, 0, "", null, null, List.of("a"), null, null, Program.of("scripted"));
    assertThat(grounds(team(lead, role("a")), "lead")).isEmpty();
  }

  @Test
  void earlierPhasesAreMergedFirst() {
    assertThat(MergeOrder.of(team(role("b", "a"), role("a")))).containsExactly("a", "b");
  }

  @Test
  void theEvidenceNamesThePhasesThatHaveNotBegun() {
    assertThat(CompletionEvidence.unstarted(Map.of())).isEmpty();
    assertThat(CompletionEvidence.unstarted(Map.of("c", List.of("a", "b"))))
        .containsExactly("c has not started yet: it waits until a and b report done");
  }

  private static List<String> grounds(Team team, String role) {
    return PhaseRules.grounds(team, team.role(role).orElseThrow());
  }

  private static Team team(Role... roles) {
    return new Team("x", List.of(roles));
  }

  private static Role role(String name, String... startsAfter) {
    return new Role(
        name,
        "Does its job.",
        false,
        0,
        name + "/",
        null,
        null,
        List.of(startsAfter),
        null,
        null,
        Program.of("scripted"));
  }
}
