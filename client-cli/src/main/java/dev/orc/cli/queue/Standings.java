package dev.orc.cli.queue;

import dev.orc.cli.batch.Batches;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.ItemState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where projects stand in their batches, as far as these are still known. Immutable. */
final class Standings {
  /** Everything but the batch is null when it is not known any more. */
  record Standing(String batch, String name, ItemState state, String reason) {}

  private final Map<List<String>, BatchItem> items = new HashMap<>();

  Standings(List<BatchStatus> batches) {
    for (BatchStatus batch : batches) {
      batch.items().forEach(item -> items.put(List.of(batch.workflowId(), item.id()), item));
    }
  }

  /** Of what an orchestration was a try of. */
  Standing of(Completed run) {
    String batch = Batches.name(run.batch());
    BatchItem item = items.get(List.of(run.batch().workflow(), run.batch().item()));
    // An item of that number may be one of a later queue.
    return item == null || item.addedAt().isAfter(run.startedAt())
        ? new Standing(batch, null, null, null)
        : new Standing(batch, item.name(), item.state(), item.reason());
  }
}
