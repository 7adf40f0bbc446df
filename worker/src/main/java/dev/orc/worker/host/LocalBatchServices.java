package dev.orc.worker.host;

import dev.orc.activities.HostComponents;
import dev.orc.activities.plan.config.QueueSettings;
import dev.orc.activities.plan.start.FirstTries;
import dev.orc.activities.plan.start.SpecBatch;
import dev.orc.activities.retry.research.Research;
import dev.orc.activities.retry.room.RoomGuard;
import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.Enhanced;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.activities.BatchActivities.RoomOrder;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TimelineEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What batches need, of the real host floor. Thread-safe. */
final class LocalBatchServices implements BatchServices {
  private final HostComponents floor;
  private final QueueSettings settings;
  private final RoomGuard room;
  private final Research research;
  private final FirstTries firstTries;

  LocalBatchServices(HostComponents floor, HostFolders folders, QueueSettings settings) {
    this.floor = floor;
    this.settings = settings;
    this.room = floor.room();
    this.research = floor.research();
    this.firstTries = new FirstTries(folders);
  }

  @Override
  public QueueSettings settings() {
    return settings;
  }

  @Override
  public Room room(RoomOrder order) {
    return room.room(order);
  }

  @Override
  public Research.Looked look(
      ResearchOrder order, String directory, Supplier<List<TimelineEntry>> told) {
    return research.look(order, directory, told);
  }

  @Override
  public Enhanced enhance(EnhanceOrder order) {
    return research.enhance(order);
  }

  @Override
  public List<Completed> completed(Predicate<Completed> wanted) {
    return floor.completed().all(wanted);
  }

  @Override
  public Specs batchOf(SpecsRequest specs, StartRequest template) {
    SpecsReport report = floor.specCatalog().report(specs);
    return new Specs(
        SpecBatch.entries(report, template, Clock.system(ZoneId.systemDefault())), report.batch());
  }

  @Override
  public Optional<Path> firstDirectory(String workflow, String item, String startId) {
    return firstTries.directory(workflow, item, startId);
  }

  @Override
  public void keepDirectory(String workflow, String item, String startId, Path directory) {
    firstTries.keep(workflow, item, startId, directory);
  }
}
