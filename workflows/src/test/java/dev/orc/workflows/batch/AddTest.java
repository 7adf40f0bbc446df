package dev.orc.workflows.batch;

import static dev.orc.workflows.batch.BatchFlow.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddTest {
  @Test
  void anUpdateMayBeginTheBatch() {
    try (BatchFlow flow = BatchFlow.unbegun(Numbers.usual().settings())) {
      BatchAdd add = new BatchAdd("first", "person", null, List.of(entry("a", 0)), null);
      BatchAdded added =
          WorkflowClient.executeUpdateWithStart(
              flow.batch::add,
              add,
              UpdateOptions.newBuilder(BatchAdded.class)
                  .setUpdateId(add.id())
                  .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                  .build(),
              new WithStartWorkflowOperation<>(flow.batch::run, flow.input()));
      assertThat(added.batch()).isEqualTo("queue");
      assertThat(added.entries()).extracting(BatchAdded.Entry::name).containsExactly("a");
      assertThat(flow.end().count(ItemState.COMPLETED)).isOne();
    }
  }

  @Test
  void theSameWithinFiveMinutesIsOne() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.batch.pause(flow.request(null));
      String first = flow.add("a", "b").entries().get(0).item();
      flow.env.sleep(Duration.ofMinutes(4));
      BatchAdded.Entry again = flow.add(entry("a", 3)).entries().get(0);
      assertThat(again).isEqualTo(new BatchAdded.Entry(first, "a", true));
      BatchAdded both = flow.add(entry("c", 0), entry("c", 0));
      assertThat(both.entries())
          .extracting(BatchAdded.Entry::repeated)
          .containsExactly(false, true);
      flow.env.sleep(Duration.ofMinutes(2));
      BatchAdded.Entry later = flow.add(entry("a", 0)).entries().get(0);
      assertThat(later.repeated()).isFalse();
      assertThat(later.name()).isEqualTo("a-2");
      assertThat(flow.batch.status().items()).hasSize(4);
      flow.batch.resume(flow.request(null));
      flow.end();
    }
  }

  @Test
  void aNewProjectIsNeverTheSame() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      StartRequest start =
          new StartRequest(
              "s",
              "p",
              "/specs/n.md",
              "/projects/n",
              null,
              null,
              null,
              null,
              null,
              new NewProject(null, false),
              null);
      BatchEntry fresh = new BatchEntry(start, "n", 0, null, null);
      flow.add(fresh);
      assertThat(flow.add(fresh).entries().get(0).repeated()).isFalse();
      assertThat(flow.end().items()).hasSize(2);
    }
  }

  @Test
  void whatFailedForGoodMayBeAddedAgainAtOnce() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.fails(FailureKind.BAD_SPEC));
      flow.add("a");
      flow.until("a", ItemState.ESCALATED);
      flow.host.play("a", Play.DONE);
      assertThat(flow.add("a").entries().get(0).repeated()).isFalse();
      assertThat(flow.end().count(ItemState.COMPLETED)).isOne();
    }
  }

  @Test
  void theSameRequestIsRecognisedInALaterRun() {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().historyEvents(60).settings())) {
      BatchAdd add = new BatchAdd("once", "p", null, List.of(entry("a", 0), entry("b", 0)), null);
      BatchAdded first = flow.batch.add(add);
      flow.until("b", ItemState.COMPLETED);
      flow.add("x", "y", "z");
      flow.until("z", ItemState.COMPLETED);
      flow.env.sleep(Duration.ofSeconds(30));
      BatchAdded again = flow.batch.add(add);
      assertThat(again.entries()).extracting(BatchAdded.Entry::repeated).containsOnly(true);
      assertThat(again.entries())
          .extracting(BatchAdded.Entry::item)
          .containsExactlyElementsOf(first.entries().stream().map(e -> e.item()).toList());
      assertThat(flow.end().items()).hasSize(5);
      assertThat(flow.histories()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void dependenciesAreNames() {
    try (BatchFlow flow = BatchFlow.parallel(4)) {
      flow.host.play("early", Play.DONE.lasting(Duration.ofMinutes(7)));
      flow.add(entry("late", 9, "mid"), entry("mid", 0, "early"), entry("early", 0));
      flow.until("early", ItemState.RUNNING);
      assertThat(flow.item("late").reason()).isEqualTo("waits for mid");
      flow.until("late", ItemState.COMPLETED);
      flow.add(entry("after", 0, "late"));
      flow.end();
      assertThat(flow.host.asked(h -> h.planned).stream().map(o -> o.item()))
          .containsExactly("3", "2", "1", "4");
    }
  }

  @Test
  void refusesWhatCanNotBe() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.batch.pause(flow.request(null));
      refused("a ring: ", () -> flow.add(entry("a", 0, "b"), entry("b", 0, "a")));
      refused("a ring: a, a", () -> flow.add(entry("a", 0, "a")));
      refused("depends on x, which", () -> flow.add(entry("a", 0, "x")));
      refused(
          "several are named so",
          () -> flow.add(entry("a", 0), renamed(entry("b", 0), "a"), entry("c", 0, "a")));
      refused("Usage: 1 to 1000", () -> flow.add(new BatchEntry[0]));
      refused("Usage: 1 to 1000", () -> flow.add(many(0, 1_001)));
      refused("needs a name", () -> flow.add(renamed(entry("a", 0), " ")));
      refused("at a time", () -> flow.batch.add(wish(flow, new BatchWish(0, null, null))));
      refused("log level", () -> flow.batch.add(wish(flow, new BatchWish(null, null, "LOUD"))));
      assertThat(flow.batch.status().items()).isEmpty();
    }
  }

  @Test
  void aWishCountsForABatchThatRuns() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.batch.pause(flow.request(null));
      flow.batch.add(wish(flow, new BatchWish(3, false, "DEBUG")));
      BatchSettings settings = flow.batch.status().settings();
      assertThat(settings.parallel()).isEqualTo(3);
      assertThat(settings.continueOnError()).isFalse();
      assertThat(settings.level()).isEqualTo(StoryLevel.DEBUG);
    }
  }

  @Test
  void tenThousandAreTheMost() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.batch.pause(flow.request(null));
      for (int from = 0; from < 10_000; from += 1_000) {
        flow.add(many(from, from + 1_000));
      }
      refused("the queue is full", () -> flow.add("more"));
      assertThat(flow.batch.status().items()).hasSize(10_000);
    }
  }

  private static BatchAdd wish(BatchFlow flow, BatchWish wish) {
    return new BatchAdd(flow.id(), "p", null, List.of(entry("a", 0)), wish);
  }

  private static BatchEntry renamed(BatchEntry entry, String name) {
    return new BatchEntry(entry.start(), name, 0, null, null);
  }

  private static List<BatchEntry> many(int from, int to) {
    List<BatchEntry> entries = new ArrayList<>();
    for (int number = from; number < to; number++) {
      entries.add(entry("p" + number, 0));
    }
    return entries;
  }

  private static void refused(String why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOf(WorkflowUpdateException.class)
        .rootCause()
        .hasMessageContaining(why);
  }
}
