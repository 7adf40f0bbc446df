package dev.orc.cli.batch;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the batch that a command is about. Stateless. */
public final class BatchFinder {
  /** What the host's queue is called among its batches. */
  public static final String QUEUE = "queue";

  /** Where all of them are. */
  static final String ALL = "/v1/queue";

  private static final String OWN = "orc-batch/";

  private BatchFinder() {}

  /** The batch that was named; else the host's queue; else the only one that is open. */
  public static BatchStatus chosen(ApiClient api, String named) {
    return named == null ? usual(open(api)).orElseGet(() -> lastQueue(api)) : one(api, named);
  }

  /** Nothing is open: what the host's queue came to. */
  private static BatchStatus lastQueue(ApiClient api) {
    try {
      return one(api, QUEUE);
    } catch (Failure e) {
      throw e.exit() == Failure.NOT_FOUND
          ? Failure.notFound(
              "no batch is open",
              "Add a project: orc queue add SPEC; what is over: orc queue list --all")
          : e;
    }
  }

  /** The host's queue, or the only batch there is; empty when there is none at all. */
  public static Optional<BatchStatus> usual(List<BatchStatus> open) {
    Optional<BatchStatus> queue =
        open.stream().filter(batch -> batch.batch().equals(QUEUE)).findFirst();
    if (queue.isEmpty() && open.size() > 1) {
      throw Failure.usage(
          "more than one batch is open",
          "Say --batch and one of: "
              + open.stream().map(BatchStatus::batch).collect(Collectors.joining(", ")));
    }
    return queue.isPresent() ? queue : open.stream().findFirst();
  }

  /** One by its name, whether it is open or over. */
  public static BatchStatus one(ApiClient api, String batch) {
    return api.get(BatchStatus.class, of(requireName(batch), ""));
  }

  public static List<BatchStatus> open(ApiClient api) {
    return api.list(BatchStatus.class, ALL);
  }

  /** Those that are over, too. */
  public static List<BatchStatus> all(ApiClient api) {
    return api.list(BatchStatus.class, ALL + "?closed=true");
  }

  /** The path of something that belongs to a batch. */
  public static String of(String batch, String thing) {
    return ALL + "/" + ApiClient.part(batch) + (thing.isEmpty() ? "" : "/" + thing);
  }

  /** The name of the batch that an orchestration belongs to; null when there is none. */
  public static String name(BatchRef batch) {
    if (batch == null || batch.workflow() == null) {
      return null;
    }
    boolean own = batch.workflow().startsWith(OWN);
    return own ? batch.workflow().substring(OWN.length()) : QUEUE;
  }

  /** A batch's name, once it is known to be one; null stays null. */
  public static String requireName(String batch) {
    try {
      return batch == null ? null : AgentName.requireWord(batch);
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--batch: " + e.getMessage(), "See the batches: orc queue list --all");
    }
  }
}
