package dev.orc.workflows.batch;

import static dev.orc.workflows.batch.BatchFlow.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.StartRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void runsOneAfterAnotherByPriorityThenPlaceAndEnds() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.batch.pause(flow.request(null));
      flow.add(entry("a", 0), entry("b", 5), entry("c", 0), entry("d", 5));
      flow.batch.resume(flow.request(null));
      BatchStatus end = flow.end();
      assertThat(begun(flow)).containsExactly("b", "d", "a", "c");
      assertThat(end.items()).extracting(BatchItem::state).containsOnly(ItemState.COMPLETED);
      assertThat(end.condition()).isEqualTo("over");
    }
  }

  @Test
  void neverMoreAtATimeThanAreAllowed() {
    try (BatchFlow flow = BatchFlow.parallel(2)) {
      flow.add("a", "b", "c", "d", "e");
      BatchStatus end = flow.end();
      assertThat(end.items())
          .extracting(item -> runningAt(item.startedAt(), end.items()))
          .allMatch(running -> running <= 2)
          .contains(2L);
    }
  }

  @Test
  void whatWasNeverTriedGoesBeforeWhatFailed() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.fails(FailureKind.TIMEOUT), Play.DONE);
      flow.add("a", "b", "c");
      flow.end();
      assertThat(begun(flow)).containsExactly("a", "b", "c", "a");
      StartRequest again = flow.host.asked(h -> h.planned).get(3).start();
      assertThat(again.spec()).startsWith("/enhanced/");
      assertThat(again.project()).isEqualTo("/projects/a");
    }
  }

  private static long runningAt(Instant time, List<BatchItem> items) {
    return items.stream()
        .filter(item -> !item.startedAt().isAfter(time) && item.endedAt().isAfter(time))
        .count();
  }

  private static List<String> begun(BatchFlow flow) {
    return flow.host.asked(h -> h.planned).stream()
        .map(PlanOrder::start)
        .map(FakeBatchHost::slug)
        .toList();
  }
}
