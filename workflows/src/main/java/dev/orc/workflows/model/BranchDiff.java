package dev.orc.workflows.model;

import java.util.List;

/**
 * What a role's branch would change in the starting branch, from where both parted.
 *
 * @param base the commit that both have in common; null where there is a fault
 * @param tip the branch's own newest commit; null where there is a fault
 * @param commits those that the starting branch lacks
 * @param fault why nothing can be compared; null when it can
 */
public record BranchDiff(
    String role,
    String branch,
    String base,
    String tip,
    int commits,
    List<ChangedFile> files,
    String fault) {
  public BranchDiff {
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** One that can not be compared. */
  public static BranchDiff faulty(String role, String branch, String fault) {
    return new BranchDiff(role, branch, null, null, 0, List.of(), fault);
  }
}
