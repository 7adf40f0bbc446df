package dev.orc.workflows.model;

import java.util.List;

/**
 * What is true of a worktree now.
 *
 * @param uncommitted the files with changes nobody committed, the first few
 * @param ahead commits that the starting branch lacks
 * @param behind commits of the starting branch that it lacks
 * @param commits those that it has more than the starting branch had when the work began
 * @param fault what git can not work with in it, for good; null when it is sound
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
    int commits,
    String fault) {
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
    this(role, path, branch, head, present, uncommitted, ahead, behind, 0, null);
  }

  /** A sound one. */
  public WorktreeState(
      String role,
      String path,
      String branch,
      String head,
      boolean present,
      List<String> uncommitted,
      int ahead,
      int behind,
      int commits) {
    this(role, path, branch, head, present, uncommitted, ahead, behind, commits, null);
  }

  public WorktreeState withFault(String what) {
    return new WorktreeState(
        role, path, branch, head, present, uncommitted, ahead, behind, commits, what);
  }

  public WorktreeState withCommits(int counted) {
    return new WorktreeState(
        role, path, branch, head, present, uncommitted, ahead, behind, counted, fault);
  }

  public boolean clean() {
    return uncommitted.isEmpty();
  }
}
