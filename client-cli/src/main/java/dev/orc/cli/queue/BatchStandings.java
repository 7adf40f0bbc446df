package dev.orc.cli.queue;

import dev.orc.cli.batch.BatchFinder;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.ItemState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where projects stand in their batches, as far as these are still known. Immutable. */
final class BatchStandings {
  /** Everything but the batch is null when it is not known any more. */
  record Standing(String batch, String name, ItemState state, String reason) {}

  private final Map<List<String>, List<BatchItem>> items = new HashMap<>();

  BatchStandings(List<BatchStatus> batches) {
    for (BatchStatus batch : batches) {
      for (BatchItem item : batch.items()) {
        List<String> key = List.of(batch.workflowId(), item.id());
        items.computeIfAbsent(key, unseen -> new ArrayList<>()).add(item);
      }
    }
  }

  /** Of what an orchestration was a try of. */
  Standing of(Completed run) {
    String batch = BatchFinder.name(run.batch());
    List<String> key = List.of(run.batch().workflow(), run.batch().item());
    // Each queue of the host has an item of that number: it is of the last one before the run.
    return items.getOrDefault(key, List.of()).stream()
        .filter(item -> !item.addedAt().isAfter(run.startedAt()))
        .max(Comparator.comparing(BatchItem::addedAt))
        .map(item -> new Standing(batch, item.name(), item.state(), item.reason()))
        .orElseGet(() -> new Standing(batch, null, null, null));
  }
}
