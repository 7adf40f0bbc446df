package dev.orc.cli.load;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a queue came to what was planned: what did not hold, one line each. For one thread. */
final class QueueVerdict {
  private final QueuePlan plan;
  private final BatchStatus status;
  private final Map<String, List<Completed>> runs;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param runs everything that ended on the host
   */
  QueueVerdict(QueuePlan plan, BatchStatus status, List<Completed> runs) {
    this.plan = plan;
    this.status = status;
    this.runs =
        runs.stream()
            .filter(run -> run.batch() != null)
            .sorted(Comparator.comparing(Completed::startedAt))
            .collect(Collectors.groupingBy(run -> run.batch().item()));
  }

  List<String> faults(int parallel) {
    everyProjectIsThereOnce();
    status.items().forEach(this::endedAsPlanned);
    status.items().forEach(this::cameAfterWhatItNeeds);
    atMost(parallel);
    return faults;
  }

  /** The tries of an item, the first one first. */
  List<Completed> tries(BatchItem item) {
    return runs.getOrDefault(item.id(), List.of());
  }

  private void everyProjectIsThereOnce() {
    List<String> names = status.items().stream().map(BatchItem::name).sorted().toList();
    List<String> planned = plan.projects().stream().map(QueuePlan.Planned::name).toList();
    if (!names.equals(planned)) {
      faults.add(planned.size() + " projects were added and " + names.size() + " are in the batch");
    }
  }

  private void endedAsPlanned(BatchItem item) {
    QueuePlan.Planned planned = plan.project(item.name());
    boolean fails = planned.course() == QueuePlan.Course.FAILS_ALWAYS;
    ItemState expected = fails ? ItemState.ESCALATED : ItemState.COMPLETED;
    if (item.state() != expected) {
      faults.add(item.name() + " is " + item.state() + " instead of " + expected + reason(item));
    }
    long completed = tries(item).stream().filter(run -> run.phase() == Phase.COMPLETED).count();
    if (completed != (fails ? 0 : 1)) {
      faults.add(item.name() + " completed " + completed + " times");
    }
    int least = leastTries(planned.course());
    if (item.tries() < least) {
      faults.add(item.name() + " was tried " + item.tries() + " times instead of " + least);
    }
  }

  private int leastTries(QueuePlan.Course course) {
    return switch (course) {
      case SMOOTH -> 1;
      case FAILS_ONCE -> 2;
      case FAILS_ALWAYS -> status.settings().retries() + 1;
    };
  }

  private void cameAfterWhatItNeeds(BatchItem item) {
    String after = plan.project(item.name()).after();
    if (after == null || tries(item).isEmpty()) {
      return;
    }
    Instant begun = tries(item).get(0).startedAt();
    boolean done =
        status.items().stream()
            .filter(other -> other.name().equals(after))
            .flatMap(other -> tries(other).stream())
            .anyMatch(run -> run.phase() == Phase.COMPLETED && !run.endedAt().isAfter(begun));
    if (!done) {
      faults.add(item.name() + " was started before " + after + " had completed");
    }
  }

  /** Goes through all beginnings and ends in the order of time. */
  private void atMost(int parallel) {
    int most = mostAtOnce();
    if (most > parallel) {
      faults.add(most + " ran at a time instead of " + parallel);
    }
  }

  int mostAtOnce() {
    List<Completed> all = runs.values().stream().flatMap(List::stream).toList();
    List<Instant> begun = all.stream().map(Completed::startedAt).sorted().toList();
    List<Instant> ended = all.stream().map(Completed::endedAt).sorted().toList();
    int most = 0;
    int over = 0;
    for (int i = 0; i < begun.size(); i++) {
      while (over < ended.size() && !ended.get(over).isAfter(begun.get(i))) {
        over++;
      }
      most = Math.max(most, i + 1 - over);
    }
    return most;
  }

  private static String reason(BatchItem item) {
    return item.reason() == null ? "" : " (" + item.reason() + ")";
  }
}
