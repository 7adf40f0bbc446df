package dev.orc.cli.batch;

import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.util.Optional;

/** Finds projects inside a batch. Stateless. */
public final class BatchProjectFinder {
  private BatchProjectFinder() {}

  /** The item of that id, name or project; of those that share a project the newest. */
  public static BatchItem named(BatchStatus batch, String word) {
    return batch.items().stream()
        .filter(item -> word.equals(item.id()) || word.equals(item.name()))
        .findFirst()
        .or(() -> ofProject(batch, word))
        .orElseThrow(
            () ->
                Failure.notFound(
                    "there is no '" + word + "' in batch " + batch.batch(),
                    "See what is: orc queue list --batch " + batch.batch()));
  }

  /** The one that is started next, besides the given one. */
  public static Optional<BatchItem> next(BatchStatus batch, BatchItem besides) {
    return batch.items().stream()
        .filter(item -> item.state() == ItemState.WAITING || item.state() == ItemState.RETRYING)
        .filter(item -> besides == null || !item.id().equals(besides.id()))
        .findFirst();
  }

  private static Optional<BatchItem> ofProject(BatchStatus batch, String project) {
    return batch.items().stream()
        .filter(item -> project.equals(item.project()))
        .reduce((one, other) -> other.addedAt().isAfter(one.addedAt()) ? other : one);
  }
}
