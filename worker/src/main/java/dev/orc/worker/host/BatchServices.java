package dev.orc.worker.host;

import dev.orc.activities.plan.config.QueueSettings;
import dev.orc.activities.retry.research.Research;
import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.Enhanced;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.activities.BatchActivities.RoomOrder;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TimelineEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What batches need of the host floor. Thread-safe. */
public interface BatchServices {
  QueueSettings settings();

  Room room(RoomOrder order);

  /**
   * @param directory of the project
   * @param told its timeline as Temporal has it, asked for where the host has none
   */
  Research.Looked look(ResearchOrder order, String directory, Supplier<List<TimelineEntry>> told);

  Enhanced enhance(EnhanceOrder order);

  /** The orchestrations that are over, in the order in which they ended. */
  List<Completed> completed(Predicate<Completed> wanted);

  /** How an orchestration ended here, by its first run; empty when it has not. */
  default Optional<Completed> end(String firstRun) {
    return completed(one -> firstRun.equals(one.runId())).stream().findFirst();
  }

  /**
   * What the specs are as a batch.
   *
   * @param template what every project is started like
   * @throws dev.orc.activities.failure.Refusal with every fault that they have
   */
  Specs batchOf(SpecsRequest specs, StartRequest template);

  /** Where the first try of an item was planned to work; empty when there was none. */
  Optional<Path> firstDirectory(String workflow, String item, String startId);

  /** Keeps where the first try of an item works. */
  void keepDirectory(String workflow, String item, String startId, Path directory);

  /**
   * The specs of a batch.
   *
   * @param wish what they themselves say of how they are to be run
   */
  record Specs(List<BatchEntry> entries, BatchWish wish) {
    public Specs {
      entries = List.copyOf(entries);
    }
  }
}
