package dev.orc.worker.api;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.NightBatch;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;
import java.util.List;

/** Counts what a batch came to in a night, each of its projects once. Pure. */
final class NightBatches {
  private NightBatches() {}

  /**
   * @param open the projects that run, with what they ask
   */
  static NightBatch count(BatchStatus batch, Instant since, List<ProjectStatus> open) {
    List<BatchItem> items =
        batch.items().stream().filter(item -> !item.state().over() || late(item, since)).toList();
    int asks = (int) items.stream().filter(item -> asks(item, open)).count();
    return new NightBatch(
        batch.batch(),
        count(items, ItemState.COMPLETED),
        count(items, ItemState.ESCALATED),
        count(items, ItemState.STOPPED) + count(items, ItemState.REMOVED),
        count(items, ItemState.SKIPPED),
        asks,
        (int) items.stream().filter(NightBatches::works).count() - asks,
        count(items, ItemState.WAITING) + count(items, ItemState.RETRYING),
        batch.endedAt());
  }

  private static boolean late(BatchItem item, Instant since) {
    return item.endedAt() != null && !item.endedAt().isBefore(since);
  }

  private static int count(List<BatchItem> items, ItemState state) {
    return (int) items.stream().filter(item -> item.state() == state).count();
  }

  private static boolean works(BatchItem item) {
    return switch (item.state()) {
      case STARTING, RUNNING, RESEARCHING -> true;
      default -> false;
    };
  }

  private static boolean asks(BatchItem item, List<ProjectStatus> open) {
    return works(item)
        && open.stream()
            .filter(project -> project.project().equals(item.project()))
            .anyMatch(project -> !OpenNeeds.of(List.of(project)).isEmpty());
  }
}
