package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * A batch as a person wants to see it.
 *
 * @param batch its name, as {@code orc queue} takes it
 * @param condition in one line: working, paused, waiting, over
 * @param endedAt null while it runs
 * @param items in the order in which they are to be started, those that are over last
 */
public record BatchStatus(
    String batch,
    String workflowId,
    String host,
    boolean paused,
    String condition,
    BatchSettings settings,
    Instant startedAt,
    Instant endedAt,
    List<BatchItem> items) {
  public BatchStatus {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** How many are in that state. */
  public long count(ItemState state) {
    return items.stream().filter(item -> item.state() == state).count();
  }
}
