package dev.orc.workflows.model;

import java.util.List;

/**
 * The answer to a {@link BatchAdd}.
 *
 * @param batch the name under which {@code orc queue} knows it
 */
public record BatchAdded(String id, String batch, List<Entry> entries) {
  public BatchAdded {
    entries = List.copyOf(entries);
  }

  /**
   * What became of one entry.
   *
   * @param item its id in the batch
   * @param repeated whether the same had been added a short time ago, and nothing was done now
   */
  public record Entry(String item, String name, boolean repeated) {}
}
