package dev.orc.workflows.model;

import java.util.List;

/**
 * What a merge of two branches would meet.
 *
 * @param first a role
 * @param second another role; null for the starting branch
 * @param conflicts the files that stand against it; none when it would go through
 * @param fault why that can not be told; null when it can
 */
public record MergeForecast(String first, String second, List<String> conflicts, String fault) {
  public MergeForecast {
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }

  /** Whether nothing stands against the merge. */
  public boolean clean() {
    return conflicts.isEmpty() && fault == null;
  }
}
