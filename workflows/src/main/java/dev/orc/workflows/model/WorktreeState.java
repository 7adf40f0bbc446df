package dev.orc.workflows.model;

import java.util.List;

/**
 * What is true of a worktree now.
 *
 * @param uncommitted the files with changes nobody committed, the first few
 * @param ahead commits that the starting branch lacks
 * @param behind commits of the starting branch that it lacks
 */
public record WorktreeState(
    String role,
    String path,
    String branch,
    String head,
    boolean present,
    List<String> uncommitted,
    int ahead,
    int behind) {
  public WorktreeState {
    uncommitted = uncommitted == null ? List.of() : List.copyOf(uncommitted);
  }

  public boolean clean() {
    return uncommitted.isEmpty();
  }
}
