package dev.orc.workflows.model;

import java.util.List;

/**
 * The answer to a {@link StartRequest}.
 *
 * @param runId null when nothing was started
 * @param plan why the team is as it is
 * @param windows those besides the agents', the shell's included
 * @param created whether the repository was made for it, or would be
 * @param title of the spec
 * @param verify the commands that prove the result, as the spec names them
 * @param settings those that differ from the defaults, each as {@code key=value}
 * @param asked what the repository wants to have run and nobody has allowed yet
 * @param branch that the environment begins on; null for the one that is checked out
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
    boolean created,
    String title,
    List<String> verify,
    List<String> settings,
    List<String> asked,
    String branch) {
  public Started {
    worktrees = worktrees == null ? List.of() : List.copyOf(worktrees);
    windows = windows == null ? List.of() : List.copyOf(windows);
    verify = verify == null ? List.of() : List.copyOf(verify);
    settings = settings == null ? List.of() : List.copyOf(settings);
    asked = asked == null ? List.of() : List.copyOf(asked);
  }

  /** One of a spec that says nothing of itself, with the default settings. */
  public Started(
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
    this(
        project,
        workflowId,
        runId,
        directory,
        team,
        spec,
        plan,
        worktrees,
        windows,
        created,
        null,
        null,
        null,
        null,
        null);
  }
}
