package dev.orc.worker;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.config.QueueSettings;
import dev.orc.activities.retry.research.Research;
import dev.orc.worker.host.BatchServices;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A host on which batches find room for everything, and nothing to look into. Thread-safe. */
public final class FakeBatches implements BatchServices {
  public final List<Completed> ends = new CopyOnWriteArrayList<>();
  public final List<ResearchOrder> looks = new CopyOnWriteArrayList<>();
  private final Map<String, Path> first = new ConcurrentHashMap<>();

  @Override
  public QueueSettings settings() {
    return QueueSettings.DEFAULTS;
  }

  @Override
  public Room room(RoomOrder order) {
    return new Room(true, null, 1, 1, 1, 1);
  }

  @Override
  public Research.Looked look(
      ResearchOrder order, String directory, Supplier<List<TimelineEntry>> told) {
    looks.add(order);
    String text = "# Findings\n" + told.get().size() + " entries in " + directory;
    return new Research.Looked(Path.of("/analysis.md"), text, null, null, "no agent here");
  }

  @Override
  public Enhanced enhance(EnhanceOrder order) {
    return new Enhanced("/enhanced.md", 1, "analysis", "it failed");
  }

  @Override
  public List<Completed> completed(Predicate<Completed> wanted) {
    return ends.stream().filter(wanted).toList();
  }

  @Override
  public Specs batchOf(SpecsRequest specs, StartRequest template) {
    if (specs.paths().contains("/missing.md")) {
      throw new Refusal(Refusal.Kind.USAGE, "there is no /missing.md", "name another");
    }
    List<BatchEntry> entries =
        specs.paths().stream()
            .map(path -> new BatchEntry(template.withSpec(path), null, 0, List.of(), List.of()))
            .toList();
    return new Specs(entries, new BatchWish(3, null, null));
  }

  @Override
  public Optional<Path> firstDirectory(String workflow, String item, String startId) {
    return Optional.ofNullable(first.get(workflow + item + startId));
  }

  @Override
  public void keepDirectory(String workflow, String item, String startId, Path directory) {
    first.put(workflow + item + startId, directory);
  }
}
