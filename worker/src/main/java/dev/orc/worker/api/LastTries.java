package dev.orc.worker.api;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of several tries of a batch's project the last one, which stands for all of them, and where that
 * project stands in its batch. An orchestration outside of batches is a try of its own. Immutable.
 */
final class LastTries {
  private final List<BatchStatus> batches;
  private final List<Completed> last = new ArrayList<>();
  private int earlier;

  /**
   * @param ends in the order in which they came; what looks into failures is no try
   */
  LastTries(List<Completed> ends, List<BatchStatus> batches) {
    this.batches = batches;
    Map<List<String>, Completed> newest = new HashMap<>();
    for (Completed end : ends) {
      if (end.batch() == null) {
        last.add(end);
      } else if (!end.batch().ofResearch()) {
        Completed before = newest.put(List.of(end.batch().workflow(), end.batch().item()), end);
        // A later queue of the host counts its projects from 1 again: then it is another one.
        if (before != null && before.batch().attempt() < end.batch().attempt()) {
          last.remove(before);
          earlier++;
        }
        last.add(end);
      }
    }
  }

  List<Completed> last() {
    return List.copyOf(last);
  }

  /** How many tries there were before the last ones. */
  int earlier() {
    return earlier;
  }

  /** The project of a batch that it was a try of, as far as that batch is still known. */
  Optional<BatchItem> item(Completed end) {
    BatchRef of = end.batch();
    if (of == null || end.startedAt() == null) {
      return Optional.empty();
    }
    return batches.stream()
        .filter(batch -> of.workflow().equals(batch.workflowId()))
        .flatMap(batch -> batch.items().stream())
        .filter(item -> of.item().equals(item.id()) && !added(item).isAfter(end.startedAt()))
        .max(Comparator.comparing(LastTries::added));
  }

  private static Instant added(BatchItem item) {
    return item.addedAt() == null ? Instant.MIN : item.addedAt();
  }
}
