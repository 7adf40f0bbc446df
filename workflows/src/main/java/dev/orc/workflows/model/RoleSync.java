package dev.orc.workflows.model;

import java.util.List;

/**
 * How one role stands to the starting branch.
 *
 * @param branch the one that its worktree is on, else its own; null when detached
 * @param tip the newest commit there; null where there is a fault
 * @param ahead commits that the starting branch lacks
 * @param behind commits of the starting branch that it lacks
 * @param uncommitted how many files have changes that nobody committed
 * @param files the first few of those
 * @param fault why it can not be compared; null when it can
 */
public record RoleSync(
    String role,
    String branch,
    String tip,
    int ahead,
    int behind,
    int uncommitted,
    List<String> files,
    String fault) {
  public RoleSync {
    files = files == null ? List.of() : List.copyOf(files);
  }
}
