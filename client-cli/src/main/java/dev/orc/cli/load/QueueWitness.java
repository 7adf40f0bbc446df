package dev.orc.cli.load;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at a queue again and again while it works, and notes whoever is out of turn: started while
 * one of higher priority had been waiting all the time, or one too many. Not thread-safe.
 */
final class QueueWitness {
  private final int parallel;
  private final Set<String> faults = new TreeSet<>();
  private Map<String, BatchItem> before = Map.of();
  private int mostAtATime;

  QueueWitness(int parallel) {
    this.parallel = parallel;
  }

  void see(BatchStatus status) {
    List<BatchItem> active = status.items().stream().filter(QueueWitness::active).toList();
    mostAtATime = Math.max(mostAtATime, active.size());
    if (active.size() > parallel) {
      faults.add(active.size() + " at a time: " + names(active));
    }
    List<BatchItem> begun = active.stream().filter(item -> waited(item.name())).toList();
    List<BatchItem> passedOver =
        status.items().stream().filter(item -> waits(item) && ready(item)).toList();
    for (BatchItem one : begun) {
      passedOver.stream()
          .filter(other -> other.priority() > one.priority())
          .forEach(other -> faults.add(one.name() + " was started before " + other.name()));
    }
    before =
        status.items().stream().collect(Collectors.toMap(BatchItem::name, Function.identity()));
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  int mostAtATime() {
    return mostAtATime;
  }

  /** Whether it waited for its turn, and for nothing else, when it was last looked at, too. */
  private boolean ready(BatchItem item) {
    return waited(item.name())
        && item.dependsOn().stream()
            .map(before::get)
            .allMatch(other -> other != null && other.state() == ItemState.COMPLETED);
  }

  private boolean waited(String name) {
    BatchItem item = before.get(name);
    return item != null && waits(item);
  }

  private static boolean waits(BatchItem item) {
    return item.state() == ItemState.WAITING && item.nextAt() == null;
  }

  private static boolean active(BatchItem item) {
    return switch (item.state()) {
      case STARTING, RUNNING, RESEARCHING -> true;
      default -> false;
    };
  }

  private static String names(List<BatchItem> items) {
    return items.stream().map(BatchItem::name).collect(Collectors.joining(", "));
  }
}
