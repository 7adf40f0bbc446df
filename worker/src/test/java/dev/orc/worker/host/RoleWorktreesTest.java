package dev.orc.worker.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.Worktree;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleWorktreesTest {
  private final ProjectStatus status =
      new ProjectStatus(
          "shop",
          "Shop",
          "host",
          "/p/shop",
          "main",
          null,
          Phase.WORKING,
          List.of(),
          null,
          null,
          null,
          null,
          List.of(agent("developer", "/w/d"), agent("tester", "/w/t"), agent("late", null)),
          List.of(),
          List.of(),
          null,
          Totals.NONE);

  private static AgentStatus agent(String role, String worktree) {
    String branch = "feature/" + role;
    return new AgentStatus(
        role, false, "x", null, null, null, 1, 0, 0, 0, 0, null, null, null, null, null, worktree,
        branch, null, null);
  }

  @Test
  void readsThemFromTheAgents() {
    assertThat(RoleWorktrees.of(status, ""))
        .containsExactly(
            new Worktree("developer", "/w/d", "feature/developer", null),
            new Worktree("tester", "/w/t", "feature/tester", null));
    assertThat(RoleWorktrees.of(status, "tester"))
        .extracting(Worktree::path)
        .containsExactly("/w/t");
    assertThat(RoleWorktrees.of(status, "late")).isEmpty();
  }

  @Test
  void knowsNoOtherRole() {
    assertThatThrownBy(() -> RoleWorktrees.of(status, "ghost"))
        .isInstanceOf(Refusal.class)
        .hasMessage("there is no agent shop:ghost");
  }
}
