package dev.orc.workflows.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Very many projects, five thousand with {@code -Pfull}, hundreds otherwise: one in ten fails once,
 * one in twenty always, four at a time, random priorities and dependencies, runs continued as new
 * again and again, words of the end lost.
 */
class ThousandsTest {
  private static final int MANY = Integer.getInteger("orc.test.projects", 600);
  private static final int PARALLEL = 4;

  private final Crowd crowd = new Crowd(MANY, 20261120L);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void endsEveryProjectExactlyOnceInOrder() throws Exception {
    FakeBatchHost host = new FakeBatchHost(crowd::play);
    host.world(world -> world.researcher = crowd::research);
    Numbers numbers =
        Numbers.usual().parallel(PARALLEL).level(StoryLevel.INFO).historyEvents(2_000);
    try (BatchFlow flow = BatchFlow.of(numbers.settings(), host)) {
      ForgetfulServer.make(flow.env);
      flow.batch.pause(flow.request("until all are there"));
      for (int from = 0; from < MANY; from += 1_000) {
        flow.add(crowd.entries().subList(from, Math.min(MANY, from + 1_000)));
      }
      flow.batch.resume(flow.request(null));
      BatchStatus end = flow.end();

      everyEndIsTheExpectedOne(end);
      neverMoreAtATime(host);
      dependenciesFirst(end, host);
      List<WorkflowExecutionHistory> runs = flow.histories();
      assertThat(firstTries(runs)).isEqualTo(crowd.freeInOrder());
      assertThat(runs).hasSizeGreaterThan(MANY / 100);
    }
  }

  private void everyEndIsTheExpectedOne(BatchStatus end) {
    assertThat(end.items()).hasSize(MANY);
    Map<String, ItemState> states =
        end.items().stream().collect(Collectors.toMap(BatchItem::name, BatchItem::state));
    assertThat(states).isEqualTo(crowd.ends());
  }

  private void dependenciesFirst(BatchStatus end, FakeBatchHost host) {
    Map<String, Instant> first = new HashMap<>();
    Map<String, Integer> completed = new HashMap<>();
    for (Outcome outcome : outcomes(host, false)) {
      first.merge(outcome.project(), outcome.startedAt(), (a, b) -> a.isBefore(b) ? a : b);
      completed.merge(outcome.project(), outcome.phase() == Phase.COMPLETED ? 1 : 0, Integer::sum);
    }
    Map<String, BatchItem> items =
        end.items().stream().collect(Collectors.toMap(BatchItem::name, item -> item));
    for (BatchItem item : end.items()) {
      boolean done = item.state() == ItemState.COMPLETED;
      assertThat(completed.getOrDefault(item.name(), 0)).as(item.name()).isEqualTo(done ? 1 : 0);
      for (String ground : item.dependsOn()) {
        if (first.containsKey(item.name())) {
          assertThat(items.get(ground).state()).isEqualTo(ItemState.COMPLETED);
          assertThat(first.get(item.name())).isAfterOrEqualTo(items.get(ground).endedAt());
        }
      }
    }
  }

  private static void neverMoreAtATime(FakeBatchHost host) {
    TreeMap<Instant, Integer> changes = new TreeMap<>();
    for (boolean research : new boolean[] {true, false}) {
      for (Outcome outcome : outcomes(host, research)) {
        changes.merge(outcome.startedAt(), 1, Integer::sum);
        changes.merge(outcome.endedAt(), -1, Integer::sum);
      }
    }
    int running = 0;
    int most = 0;
    for (int change : changes.values()) {
      running += change;
      most = Math.max(most, running);
    }
    assertThat(most).isEqualTo(PARALLEL);
  }

  private static List<Outcome> outcomes(FakeBatchHost host, boolean research) {
    return host.asked(h -> h.lives).stream()
        .filter(life -> life.research() == research)
        .map(FakeProject.Life::outcome)
        .toList();
  }

  /** The projects without dependencies in the order in which the batch began them. */
  private List<String> firstTries(List<WorkflowExecutionHistory> histories) {
    Set<String> free = new HashSet<>(crowd.freeInOrder());
    List<String> begun = new ArrayList<>();
    for (WorkflowExecutionHistory history : histories) {
      for (HistoryEvent event : history.getEvents()) {
        plan(event)
            .filter(order -> order.attempt() == 1)
            .map(order -> FakeBatchHost.slug(order.start()))
            .filter(free::remove)
            .ifPresent(begun::add);
      }
    }
    return begun;
  }

  private static Optional<PlanOrder> plan(HistoryEvent event) {
    var scheduled = event.getActivityTaskScheduledEventAttributes();
    return scheduled.getActivityType().getName().equals("batch.Plan")
        ? Optional.of(
            OrcDataConverter.create()
                .fromPayloads(
                    0, Optional.of(scheduled.getInput()), PlanOrder.class, PlanOrder.class))
        : Optional.empty();
  }
}
