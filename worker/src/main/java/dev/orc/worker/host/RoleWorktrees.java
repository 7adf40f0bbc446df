package dev.orc.worker.host;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Worktree;
import java.util.List;

/** The worktrees of a project's roles, read from what its status says of its agents. Stateless. */
final class RoleWorktrees {
  private RoleWorktrees() {}

  /**
   * Those of agents that were given one.
   *
   * @param role whose alone; empty for all
   */
  static List<Worktree> of(ProjectStatus status, String role) {
    List<AgentStatus> meant =
        status.agents().stream()
            .filter(agent -> role.isEmpty() || agent.role().equals(role))
            .toList();
    if (!role.isEmpty() && meant.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.NOT_FOUND,
          "there is no agent " + status.project() + ":" + role,
          "'orc status " + status.project() + "' shows its agents");
    }
    return meant.stream()
        .filter(agent -> agent.worktree() != null)
        .map(agent -> new Worktree(agent.role(), agent.worktree(), agent.branch(), null))
        .toList();
  }
}
