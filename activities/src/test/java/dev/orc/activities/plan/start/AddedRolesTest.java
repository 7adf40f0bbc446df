package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.team.Teams;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.TeamAddition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedRolesTest {
  private static final List<String> PRESENT = List.of("orchestrator", "developer", "own-role");

  @TempDir Path project;

  private final AddedRoles added =
      new AddedRoles(
          place -> Config.DEFAULTS,
          project -> new Teams(),
          driver ->
              driver.equals("gone") ? Optional.of("gone is not installed") : Optional.empty());

  @Test
  void aRoleIsMadeAsTheLibraryKnowsItAndKnowsTheTeam() {
    Role tester = one(new TeamAddition("1", "me", List.of("Tester"), null, null, null));
    assertThat(tester.name()).isEqualTo("tester");
    assertThat(tester.waitsFor()).contains("developer");
    assertThat(tester.temporary()).isFalse();
    assertThat(tester.startsAfter()).isEmpty();
  }

  @Test
  void aTemporaryOneHasItsTaskItsProgramAndWhomItStartsAfter() {
    Role second =
        one(
            new TeamAddition(
                "1", "me", List.of("developer-2"), "port it", "codex", List.of("Developer")));
    assertThat(second.task()).isEqualTo("port it");
    assertThat(second.program().driver()).isEqualTo("codex");
    assertThat(second.startsAfter()).containsExactly("developer");
  }

  @Test
  void whoJoinsDoesNotLead() {
    Role other = one(new TeamAddition("1", "me", List.of("orchestrator-2"), null, null, null));
    assertThat(other.leads()).isFalse();
  }

  @Test
  void whatIsUnknownOrCanNotRunIsRefused() {
    assertRefused("juggler", null, "no role 'juggler'");
    assertRefused("tester", "gone", "gone is not installed");
    assertThatThrownBy(
            () -> one(new TeamAddition("1", "me", List.of("tester", "tester"), null, null, null)))
        .hasMessageContaining("named twice");
    assertThatThrownBy(() -> one(new TeamAddition("1", "me", List.of(), null, null, null)))
        .hasMessageContaining("no role is named");
  }

  private void assertRefused(String role, String driver, String why) {
    assertThatThrownBy(() -> one(new TeamAddition("1", "me", List.of(role), null, driver, null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }

  private Role one(TeamAddition asked) {
    List<Role> roles = added.of(project, PRESENT, asked);
    assertThat(roles).hasSize(1);
    return roles.get(0);
  }
}
