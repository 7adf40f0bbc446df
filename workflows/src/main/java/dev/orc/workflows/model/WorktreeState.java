package dev.orc.workflows.model;

import java.util.List;

/**
 * What is true of a worktree now.
 *
 * @param uncommitted the files with changes nobody committed, the first few
 * @param ahead commits that the starting branch lacks
 * @param behind commits of the starting branch that it lacks
 * @param commits those that it has more than the starting branch had when the work began
 */
public record WorktreeState(
    String role,
    String path,
    String branch,
    String head,
    boolean present,
    List<String> uncommitted,
    int ahead,
    int behind,
    int commits) {
  public WorktreeState {
    uncommitted = uncommitted == null ? List.of() : List.copyOf(uncommitted);
  }

  /** One whose commits were not counted. */
  public WorktreeState(
      String role,
      String path,
      String branch,
      String head,
      boolean present,
      List<String> uncommitted,
      int ahead,
      int behind) {
    this(role, path, branch, head, present, uncommitted, ahead, behind, 0);
  }

  public WorktreeState withCommits(int counted) {
    return new WorktreeState(
        role, path, branch, head, present, uncommitted, ahead, behind, counted);
  }

  public boolean clean() {
    return uncommitted.isEmpty();
  }
}
