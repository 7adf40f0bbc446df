package dev.orc.workflows.batch;

import static dev.orc.workflows.batch.BatchFlow.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.activities.FailureTypes;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Need;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void isTriedThreeTimesMoreAndThenPeopleAreToldOnce() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.fails(FailureKind.VERIFICATION));
      flow.add("a");
      BatchItem item = flow.end().items().get(0);
      assertThat(item.state()).isEqualTo(ItemState.ESCALATED);
      assertThat(item.tries()).isEqualTo(4);
      assertThat(item.failure()).isEqualTo(FailureKind.VERIFICATION);
      List<Need> told = flow.host.asked(h -> h.told);
      assertThat(told).hasSize(1);
      assertThat(told.get(0).remedy()).contains("orc queue retry a", "orc queue add /specs/a.md");
      assertThat(told.get(0).story())
          .contains("Spec: /specs/a.md", "Try 1", "Try 4", "VERIFICATION")
          .contains("found: the first finding", "Summary of the last try: /summaries/a.md")
          .containsOnlyOnce("/summaries/a.md");
      assertThat(waits(flow)).containsExactly(1L, 2L, 4L);
    }
  }

  @Test
  void aLimitIsWaitedForAndIsNoTry() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      Instant over = flow.now().plus(Duration.ofHours(3));
      Play limited = Play.fails(FailureKind.LIMIT).until(over);
      flow.host.play("a", limited, limited, limited, limited, limited, Play.DONE);
      flow.add("a", "b");
      flow.until("a", ItemState.RETRYING);
      assertThat(flow.item("a").nextAt()).isEqualTo(over.plus(Duration.ofMinutes(2)));
      flow.until("b", ItemState.COMPLETED);
      BatchStatus end = flow.end();
      assertThat(end.count(ItemState.COMPLETED)).isEqualTo(2);
      assertThat(flow.host.asked(h -> h.researched)).isEmpty();
    }
  }

  @Test
  void aHostIsLostTenTimesInARowAtMost() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.fails(FailureKind.HOST_LOST));
      flow.add("a");
      BatchItem item = flow.end().items().get(0);
      assertThat(item.state()).isEqualTo(ItemState.ESCALATED);
      assertThat(item.tries()).isEqualTo(11);
      assertThat(item.reason()).contains("11 times in a row");
    }
  }

  @Test
  void aBadSpecIsNeverTriedAgain() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.world(h -> h.before = failing("no heading", FailureTypes.REFUSED));
      flow.add("a");
      BatchItem item = flow.end().items().get(0);
      assertThat(item.state()).isEqualTo(ItemState.ESCALATED);
      assertThat(item.failure()).isEqualTo(FailureKind.BAD_SPEC);
      assertThat(item.reason()).contains("no heading; write one");
      assertThat(item.tries()).isZero();
      assertThat(flow.host.asked(h -> h.told)).hasSize(1);
    }
  }

  @Test
  void whatMayBeStartableLaterWaitsAndHoldsUpNobody() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.world(h -> h.before = failing("the disk is full", FailureTypes.LATER));
      flow.add("a", "b");
      flow.until("b", ItemState.COMPLETED);
      assertThat(flow.item("a").state()).isEqualTo(ItemState.WAITING);
      assertThat(flow.item("a").reason()).contains("the disk is full");
      flow.host.world(h -> h.before = order -> {});
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(2);
    }
  }

  @Test
  void whoWasStoppedIsNotTriedAgain() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.STOPPED);
      flow.add("a");
      BatchItem item = flow.end().items().get(0);
      assertThat(item.state()).isEqualTo(ItemState.STOPPED);
      assertThat(item.tries()).isOne();
    }
  }

  @Test
  void whoDependsOnWhatFailedForGoodIsSkippedAndRevivedWithIt() {
    try (BatchFlow flow = BatchFlow.parallel(2)) {
      flow.host.play("a", Play.fails(FailureKind.BAD_SPEC));
      flow.add(entry("a", 0), entry("b", 0, "a"), entry("c", 0, "b"), entry("d", 0));
      flow.until("a", ItemState.ESCALATED);
      assertThat(flow.item("b").state()).isEqualTo(ItemState.SKIPPED);
      assertThat(flow.item("b").reason()).isEqualTo("depends on a, which was escalated");
      assertThat(flow.item("c").reason()).isEqualTo("depends on b, which was skipped");
      flow.add(entry("e", 0, "c"));
      assertThat(flow.item("e").state()).isEqualTo(ItemState.SKIPPED);
      flow.host.play("a", Play.DONE);
      flow.batch.retry(flow.request("a", false));
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(5);
    }
  }

  @Test
  void theFirstThatFailsForGoodPausesABatchThatDoesNotGoOn() {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().stopsOnError().settings())) {
      flow.host.play("a", Play.fails(FailureKind.BAD_SPEC));
      flow.add("a", "b");
      flow.until("a", ItemState.ESCALATED);
      flow.env.sleep(Duration.ofHours(1));
      BatchStatus status = flow.batch.status();
      assertThat(status.paused()).isTrue();
      assertThat(status.condition()).isEqualTo("paused: a failed for good");
      assertThat(flow.item("b").state()).isEqualTo(ItemState.WAITING);
      flow.batch.resume(flow.request(null));
      assertThat(flow.end().count(ItemState.COMPLETED)).isOne();
    }
  }

  @Test
  void aBatchThatPausedItselfEndsWhenNothingIsLeft() {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().stopsOnError().settings())) {
      flow.host.play("a", Play.fails(FailureKind.BAD_SPEC));
      flow.add("a");
      assertThat(flow.end().count(ItemState.ESCALATED)).isOne();
    }
  }

  /** How many minutes lay between a failure and the time of the next try. */
  private static List<Long> waits(BatchFlow flow) {
    return flow.batch.story(0).stream()
        .filter(told -> told.kind().equals(EntryKind.RETRY))
        .map(told -> Duration.between(told.at(), Instant.parse(lastWord(told.what()))).toMinutes())
        .toList();
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static java.util.function.Consumer<Object> failing(String what, String type) {
    return order -> {
      if (order instanceof PlanOrder plan && FakeBatchHost.slug(plan.start()).equals("a")) {
        throw ApplicationFailure.newNonRetryableFailure(what, type, "write one", 5);
      }
    };
  }
}
