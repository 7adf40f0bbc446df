package dev.orc.cli.screen;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What of batches needs a person, and how to look at it. Stateless. */
final class BatchNeeds {
  /** What failed in a batch that is over is news for so long. */
  private static final Duration NEWS = Duration.ofDays(1);

  private BatchNeeds() {}

  /** A project that failed for good. */
  record Failed(BatchStatus batch, BatchItem item) {
    /** A name means the newest batch that has it; an earlier one is only in the list of all. */
    String remedy(List<BatchStatus> batches) {
      boolean newest =
          batches.stream()
              .filter(other -> other.batch().equals(batch.batch()) && other.startedAt() != null)
              .noneMatch(other -> other.startedAt().isAfter(batch.startedAt()));
      return newest ? look(batch, item) : "orc queue list --all";
    }
  }

  /** Of batches that are over only what failed lately and was not added again since. */
  static List<Failed> of(List<BatchStatus> batches, Instant now) {
    return batches.stream()
        .flatMap(batch -> batch.items().stream().map(item -> new Failed(batch, item)))
        .filter(failed -> failed.item().state() == ItemState.ESCALATED)
        .filter(failed -> failed.batch().endedAt() == null || news(failed.item(), batches, now))
        .toList();
  }

  /** The command that shows it: by its id where its name means another one, too. */
  static String look(BatchStatus batch, BatchItem item) {
    long named = batch.items().stream().filter(one -> one.name().equals(item.name())).count();
    String which = named > 1 ? item.id() : item.name();
    return "orc queue show " + which + " --batch " + batch.batch();
  }

  private static boolean news(BatchItem item, List<BatchStatus> batches, Instant now) {
    return item.endedAt() != null
        && item.endedAt().isAfter(now.minus(NEWS))
        && batches.stream()
            .flatMap(batch -> batch.items().stream())
            .filter(other -> other.spec() != null && other.spec().equals(item.spec()))
            .noneMatch(other -> other.addedAt().isAfter(item.endedAt()));
  }
}
