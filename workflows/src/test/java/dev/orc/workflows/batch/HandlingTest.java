package dev.orc.workflows.batch;

import static dev.orc.workflows.batch.BatchFlow.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.StoryLevel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingTest {
  private static final Room LITTLE = new Room(false, "4 GB of memory, needs 6", 4, 6, 9, 1);

  @Test
  void paysHeedToMoves() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.batch.pause(flow.request(null));
      flow.add(entry("a", 0), entry("b", 0), entry("c", 0), entry("d", 5), entry("e", 0));
      flow.batch.move(new MoveRequest(flow.id(), "p", "c", 9, null, false));
      flow.batch.move(new MoveRequest(flow.id(), "p", "e", null, "a", false));
      flow.batch.move(new MoveRequest(flow.id(), "p", "d", null, null, true));
      assertThat(names(flow.batch.status())).containsExactly("c", "e", "a", "b", "d");
      refused("exactly one", () -> move(flow, "a", 1, "b"));
      refused("exactly one", () -> move(flow, "a", null, null));
      refused("before itself", () -> move(flow, "a", null, "a"));
      refused("NotFound: ", () -> move(flow, "nobody", 1, null));
      flow.batch.resume(flow.request(null));
      flow.end();
      assertThat(planned(flow)).containsExactly("c", "e", "a", "b", "d");
    }
  }

  @Test
  void whatFailedGoesFirstWhenAPersonWantsIt() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.fails(FailureKind.OTHER), Play.DONE);
      flow.host.play("b", Play.DONE.lasting(Duration.ofHours(1)));
      flow.add("a", "b", "c");
      flow.until("b", ItemState.RUNNING);
      flow.batch.move(new MoveRequest(flow.id(), "p", "a", null, "c", false));
      flow.end();
      assertThat(planned(flow)).containsExactly("a", "b", "a", "c");
    }
  }

  @Test
  void aPausedBatchStartsNothingAndDoesNotEnd() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.add("a", "b");
      flow.until("a", ItemState.RUNNING);
      Request pause = flow.request("lunch");
      flow.batch.pause(pause);
      assertThat(flow.batch.pause(pause).repeated()).isTrue();
      assertThat(flow.batch.pause(flow.request(null)).note()).contains("already");
      flow.until("a", ItemState.COMPLETED);
      flow.env.sleep(Duration.ofHours(2));
      assertThat(flow.batch.status().condition()).isEqualTo("paused: by person: lunch");
      assertThat(flow.item("b").state()).isEqualTo(ItemState.WAITING);
      flow.batch.remove(flow.request("b", false));
      flow.env.sleep(Duration.ofHours(2));
      assertThat(flow.batch.status().endedAt()).isNull();
      flow.batch.resume(flow.request(null));
      assertThat(flow.end().count(ItemState.REMOVED)).isOne();
    }
  }

  @Test
  void whatIsOverBeginsAnewWithAllItsTries() {
    try (BatchFlow flow = BatchFlow.parallel(2)) {
      flow.host.play("a", Play.fails(FailureKind.OTHER));
      flow.host.play("b", Play.fails(FailureKind.BAD_SPEC));
      flow.add("a", "b", "c");
      refused("nothing has failed for good", () -> flow.batch.retry(flow.request(null, false)));
      flow.until("b", ItemState.ESCALATED);
      flow.until("a", ItemState.ESCALATED);
      refused("has completed", () -> flow.batch.retry(flow.request("c", false)));
      assertThat(flow.batch.retry(flow.request(null, false)).note()).contains("2 are tried anew");
      flow.until("b", ItemState.ESCALATED);
      refused("is not over", () -> flow.batch.retry(flow.request("a", false)));
      flow.until("a", ItemState.ESCALATED);
      assertThat(flow.item("a").tries()).isEqualTo(8);
      flow.host.play("a", Play.DONE);
      flow.batch.retry(flow.request("a", false));
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(2);
      assertThat(flow.host.asked(h -> h.told)).hasSize(4);
    }
  }

  @Test
  void whoFindsNoRoomWaitsAndSmallerOnesGoOn() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.world(
          h -> h.room = order -> order.directory().equals("/projects/big") ? LITTLE : h.enough());
      flow.add(entry("big", 9), entry("a", 0), entry("b", 0));
      flow.until("b", ItemState.COMPLETED);
      assertThat(flow.item("big").reason()).isEqualTo("4 GB of memory, needs 6");
      flow.env.sleep(Duration.ofMinutes(10));
      long asked =
          flow.host.asked(h -> h.rooms).stream()
              .filter(order -> order.directory().equals("/projects/big"))
              .count();
      assertThat(asked).isBetween(8L, 14L);
      assertThat(flow.host.asked(h -> h.planned)).hasSize(3);
      flow.host.world(h -> h.room = order -> h.enough());
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(3);
    }
  }

  @Test
  void aHostWithoutAnyRoomIsLeftAlone() {
    try (BatchFlow flow = BatchFlow.parallel(4)) {
      flow.host.world(h -> h.room = order -> LITTLE);
      String[] names = new String[40];
      for (int number = 0; number < names.length; number++) {
        names[number] = "p" + number;
      }
      flow.add(names);
      flow.env.sleep(Duration.ofMinutes(10));
      assertThat(flow.host.asked(h -> h.rooms).size()).isBetween(80, 150);
      flow.host.world(h -> h.room = order -> h.enough());
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(40);
    }
  }

  @Test
  void theStoryTellsWhatItsLevelWants() {
    assertThat(kinds(StoryLevel.ERROR)).containsExactly("need");
    assertThat(kinds(StoryLevel.WARNING))
        .contains("end", "research", "retry")
        .doesNotContain("start");
    assertThat(kinds(StoryLevel.INFO)).contains("queue", "start", "end");
  }

  @Test
  void aBatchWithoutWorkEnds() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      BatchStatus end = flow.end();
      assertThat(end.items()).isEmpty();
      assertThat(Duration.between(end.startedAt(), end.endedAt()))
          .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }
  }

  private static List<String> kinds(StoryLevel level) {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().level(level).settings())) {
      flow.host.play("a", Play.fails(FailureKind.TIMEOUT), Play.fails(FailureKind.BAD_SPEC));
      flow.add("a");
      flow.end();
      return flow.batch.story(0).stream().map(entry -> entry.kind().word()).distinct().toList();
    }
  }

  private static void move(BatchFlow flow, String item, Integer priority, String before) {
    flow.batch.move(new MoveRequest(flow.id(), "p", item, priority, before, false));
  }

  private static List<String> names(BatchStatus status) {
    return status.items().stream().map(BatchItem::name).toList();
  }

  private static List<String> planned(BatchFlow flow) {
    return flow.host.asked(h -> h.planned).stream()
        .map(order -> FakeBatchHost.slug(order.start()))
        .toList();
  }

  private static void refused(String why, Runnable act) {
    assertThatThrownBy(act::run).rootCause().hasMessageContaining(why);
  }
}
