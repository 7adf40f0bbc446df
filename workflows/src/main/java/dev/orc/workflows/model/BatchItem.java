package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * A project of a batch as a person wants to see it.
 *
 * @param project the slug, once it is known
 * @param tries how many were begun
 * @param reason why it is where it is, in one line; may be null
 * @param nextAt when the next try is due; null when none is
 */
public record BatchItem(
    String id,
    String name,
    String project,
    String spec,
    String directory,
    int priority,
    List<String> dependsOn,
    List<String> tags,
    ItemState state,
    int tries,
    String reason,
    FailureKind failure,
    Instant addedAt,
    Instant startedAt,
    Instant endedAt,
    Instant nextAt) {
  public BatchItem {
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    tags = tags == null ? List.of() : List.copyOf(tags);
  }
}
