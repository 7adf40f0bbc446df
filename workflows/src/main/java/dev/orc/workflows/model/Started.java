package dev.orc.workflows.model;

import java.util.List;

/**
 * The answer to a {@link StartRequest}.
 *
 * @param runId null when nothing was started
 * @param plan why the team is as it is
 * @param windows those besides the agents', the shell's included
 * @param created whether the repository was made for it, or would be
 */
public record Started(
    String project,
    String workflowId,
    String runId,
    String directory,
    Team team,
    String spec,
    TeamPlan plan,
    List<PlannedWorktree> worktrees,
    List<SideWindow> windows,
    boolean created) {
  public Started {
    worktrees = worktrees == null ? List.of() : List.copyOf(worktrees);
    windows = windows == null ? List.of() : List.copyOf(windows);
  }
}
