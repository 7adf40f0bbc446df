package dev.orc.workflows.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Totals;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SizeTest {
  private static final int MOST = 2 * 1024 * 1024;
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
  private static final DataConverter CONVERTER = OrcDataConverter.create();

  @Test
  void tenThousandProjectsTravelInOnePayloadAndComeBackAsTheyWere() {
    BatchState state = thousands(10_000);
    BatchInput input = new BatchInput("queue", "h1", BatchSettings.DEFAULTS, state);
    Optional<Payloads> sent = CONVERTER.toPayloads(input);
    assertThat(sent.orElseThrow().getSerializedSize()).isLessThan(MOST);

    BatchInput back = CONVERTER.fromPayloads(0, sent, BatchInput.class, BatchInput.class);
    back.state().items().arrange();
    assertThat(CONVERTER.toPayloads(back)).isEqualTo(sent);
    assertThat(back.state().items().notOver()).isEqualTo(state.items().notOver());
    assertThat(back.state().items().first(NOW.plusSeconds(9_999), any -> true).map(Item::id))
        .isEqualTo(state.items().first(NOW.plusSeconds(9_999), any -> true).map(Item::id));
  }

  @Test
  void theStatusOfTenThousandFitsToo() {
    List<BatchItem> items = new ArrayList<>();
    for (Item item : thousands(10_000).items().all()) {
      items.add(
          new BatchItem(
              item.id(),
              item.name(),
              item.project(),
              item.spec(),
              item.directory(),
              item.priority(),
              item.dependsOn(),
              item.tags(),
              item.state(),
              item.tries().begun(),
              item.reason(),
              item.failure(),
              item.addedAt(),
              item.startedAt(),
              item.endedAt(),
              item.nextAt()));
    }
    BatchStatus status =
        new BatchStatus("queue", "orc-queue/h1", "h1", false, "working", null, NOW, null, items);
    assertThat(CONVERTER.toPayloads(status).orElseThrow().getSerializedSize()).isLessThan(MOST);
  }

  /** A third of each: completed, escalated with its story, waiting; ids as random as they are. */
  private static BatchState thousands(int many) {
    BatchState state = BatchState.begin(BatchSettings.DEFAULTS, NOW);
    Random random = new Random(7);
    for (int number = 0; number < many; number++) {
      String name = "project-" + number;
      String request = new UUID(random.nextLong(), random.nextLong()).toString();
      Item item =
          Item.of(
              state.items().nextId(),
              name,
              request,
              BatchFlow.entry(name, random.nextInt(5)),
              List.of(),
              NOW.plusMillis(random.nextInt(100_000)));
      state.items().add(List.of(item));
      state.items().change(item, Item::starting);
      item.planned(name, "/home/somebody/work/" + name);
      String run = new UUID(random.nextLong(), random.nextLong()).toString();
      state.items().change(item, it -> it.running(run, NOW));
      if (number % 3 == 0) {
        state.items().change(item, it -> it.end(ItemState.COMPLETED, "all built", NOW));
      } else if (number % 3 == 1) {
        item.tries().fail(outcome(name), NOW, NOW);
        state.items().change(item, it -> it.escalate(outcome(name), "it failed 4 times", NOW));
      } else {
        state.items().change(item, it -> it.retryAt(NOW, outcome(name), true, "again"));
      }
      state.story().enter(NOW, EntryKind.START, name, "try 1 of " + run);
      state.ids().remember(request);
    }
    return state;
  }

  private static Outcome outcome(String name) {
    return new Outcome(
        name,
        Phase.FAILED,
        "the tests of " + name + " do not pass: make check",
        null,
        "/home/somebody/.local/state/orc/projects/" + name + "/summary.md",
        NOW,
        NOW,
        Totals.NONE,
        FailureKind.VERIFICATION,
        null,
        null);
  }
}
