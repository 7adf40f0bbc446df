package dev.orc.workflows.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.ResearchMode;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchResearchTest {
  private static final Play FAILS = Play.fails(FailureKind.TIMEOUT);

  @Test
  void anAgentLooksIntoItAndItsFindingsComeIntoTheSpec() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", FAILS, Play.DONE);
      flow.host.world(h -> h.researcher = order -> Play.DONE);
      flow.add("a");
      completed(flow);
      ResearchOrder asked = flow.host.asked(h -> h.researched).get(0);
      assertThat(asked.outcome().failure()).isEqualTo(FailureKind.TIMEOUT);
      assertThat(asked.mode()).isEqualTo(ResearchMode.AGENT);
      EnhanceOrder enhance = flow.host.asked(h -> h.enhanced).get(0);
      assertThat(enhance.findings()).isEqualTo("/research/1-1.md.findings");
      assertThat(enhance.start().spec()).isEqualTo("/specs/a.md");
      PlanOrder second = flow.host.asked(h -> h.planned).get(1);
      assertThat(second.start().spec()).isEqualTo("/enhanced/1-1.md");
      assertThat(second.start().review()).isEqualTo("plan.md");
      assertThat(second.start().env()).isEqualTo("staging");
      assertThat(second.attempt()).isEqualTo(2);
      assertThat(flow.host.asked(h -> h.lives).get(1).research()).isTrue();
    }
  }

  @Test
  void howeverResearchEndsTheProjectIsTriedAgain() {
    for (Play play :
        List.of(Play.fails(FailureKind.CRASH_LOOP), Play.STOPPED, Play.DONE.silent())) {
      try (BatchFlow flow = BatchFlow.parallel(1)) {
        flow.host.play("a", FAILS, Play.DONE);
        flow.host.world(h -> h.researcher = order -> play);
        flow.add("a");
        completed(flow);
        assertThat(flow.host.asked(h -> h.enhanced)).hasSize(1);
      }
    }
  }

  @Test
  void researchThatFailsLosesNothing() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", FAILS, Play.DONE);
      flow.host.world(
          h ->
              h.before =
                  order -> {
                    if (order instanceof ResearchOrder) {
                      throw ApplicationFailure.newNonRetryableFailure("no evidence", "Refused");
                    }
                  });
      flow.add("a");
      completed(flow);
      assertThat(flow.host.asked(h -> h.planned).get(1).start().spec()).isEqualTo("/specs/a.md");
    }
  }

  @Test
  void withoutResearchItIsTriedAsItIs() {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().research(ResearchMode.OFF).settings())) {
      flow.host.play("a", FAILS, Play.DONE);
      flow.add("a");
      completed(flow);
      assertThat(flow.host.asked(h -> h.researched)).isEmpty();
      assertThat(flow.host.asked(h -> h.planned).get(1).start().spec()).isEqualTo("/specs/a.md");
    }
  }

  @Test
  void oneAtATimeIsLookedIntoAndItTakesAPlace() {
    try (BatchFlow flow = BatchFlow.parallel(3)) {
      flow.host.world(h -> h.researcher = order -> Play.DONE.lasting(Duration.ofMinutes(20)));
      for (String name : List.of("a", "b", "c")) {
        flow.host.play(name, FAILS, Play.DONE);
      }
      flow.add("a", "b", "c");
      flow.until("a", ItemState.RESEARCHING);
      flow.env.sleep(Duration.ofMinutes(3));
      assertThat(flow.batch.status().count(ItemState.RESEARCHING)).isOne();
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(3);
    }
  }

  @Test
  void aPauseHoldsResearchBackToo() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", FAILS.lasting(Duration.ofMinutes(10)), Play.DONE);
      flow.host.world(h -> h.researcher = order -> Play.DONE);
      flow.add("a");
      flow.until("a", ItemState.RUNNING);
      flow.batch.pause(flow.request(null));
      flow.until("a", ItemState.RETRYING);
      flow.env.sleep(Duration.ofHours(1));
      assertThat(flow.host.asked(h -> h.researched)).isEmpty();
      flow.batch.resume(flow.request(null));
      completed(flow);
      assertThat(flow.host.asked(h -> h.lives)).hasSize(3);
    }
  }

  @Test
  void whatIsLookedIntoCanBeStopped() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", FAILS, Play.DONE);
      flow.host.world(h -> h.researcher = order -> Play.DONE.lasting(Duration.ofHours(20)));
      flow.add("a");
      flow.until("a", ItemState.RESEARCHING);
      flow.batch.remove(flow.request("a", true));
      flow.until("a", ItemState.REMOVED);
      assertThat(flow.end().count(ItemState.REMOVED)).isOne();
    }
  }

  @Test
  void theNextRunGoesOnWithTheResearch() {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().parallel(2).historyEvents(50).settings())) {
      flow.host.world(
          h -> h.researcher = order -> Play.DONE.lasting(Duration.ofMinutes(30)).silent());
      flow.host.play("a", FAILS, Play.DONE);
      flow.add("a", "b", "c", "d", "e", "f");
      completed(flow);
      assertThat(flow.host.asked(h -> h.enhanced)).hasSize(1);
      assertThat(flow.histories()).hasSizeGreaterThan(2);
    }
  }

  private static void completed(BatchFlow flow) {
    BatchStatus end = flow.end();
    assertThat(end.items()).allMatch(item -> item.state() == ItemState.COMPLETED);
  }
}
