package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks for projects to be worked on, one after another or some at a time.
 *
 * @param batch the batch's name; null for the queue of the host
 */
public record BatchAdd(
    String id, String by, String batch, List<BatchEntry> entries, BatchWish wish) {
  public BatchAdd {
    entries = List.copyOf(entries);
    wish = wish == null ? BatchWish.NONE : wish;
  }
}
