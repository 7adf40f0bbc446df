package dev.orc.cli.queue;

import dev.orc.cli.Samples;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Made-up batches that tests show. */
final class BatchSamples {
  static final Instant NOW = Samples.NOW;

  private BatchSamples() {}

  static BatchStatus batch(String name, BatchItem... items) {
    String workflow = name.equals("queue") ? "orc-queue/alpha" : "orc-batch/" + name;
    return new BatchStatus(
        name,
        workflow,
        "alpha",
        false,
        "working",
        BatchSettings.DEFAULTS,
        NOW.minus(Duration.ofHours(1)),
        null,
        List.of(items));
  }

  static BatchStatus ended(String name, BatchItem... items) {
    BatchStatus open = batch(name, items);
    return new BatchStatus(
        name, open.workflowId(), "alpha", false, "over", null, open.startedAt(), NOW, open.items());
  }

  static BatchItem item(String name, ItemState state) {
    return item(name, state, state == ItemState.ESCALATED ? "the checks fail \u001b[31m" : null);
  }

  static BatchItem item(String name, ItemState state, String reason) {
    boolean begun = state != ItemState.WAITING;
    return new BatchItem(
        "i-" + name,
        name,
        begun ? name + "-repo" : null,
        "/home/me/" + name + ".md",
        "/home/me/" + name,
        3,
        List.of("base"),
        List.of("web"),
        state,
        begun ? 2 : 0,
        reason,
        state == ItemState.ESCALATED ? FailureKind.CRASH_LOOP : null,
        NOW.minus(Duration.ofMinutes(50)),
        begun ? NOW.minus(Duration.ofMinutes(40)) : null,
        state.over() ? NOW.minus(Duration.ofMinutes(10)) : null,
        state == ItemState.RETRYING ? NOW.plus(Duration.ofMinutes(30)) : null);
  }

  static BatchItem addedNow(BatchItem item) {
    return added(Duration.ZERO, item);
  }

  static BatchItem added(Duration ago, BatchItem item) {
    return new BatchItem(
        item.id(),
        item.name(),
        item.project(),
        item.spec(),
        item.directory(),
        item.priority(),
        item.dependsOn(),
        item.tags(),
        item.state(),
        item.tries(),
        item.reason(),
        item.failure(),
        NOW.minus(ago),
        item.startedAt(),
        item.endedAt(),
        item.nextAt());
  }

  static TimelineEntry told(long number, String who) {
    return new TimelineEntry(number, NOW, new EntryKind("batch"), who, "step " + number);
  }

  static Completed run(String project, int attempt, FailureKind failure, int minutes) {
    return new Completed(
        project,
        "Title of " + project,
        "/home/me/" + project,
        "run-" + project + attempt,
        failure == null ? Phase.COMPLETED : Phase.FAILED,
        failure,
        failure == null ? "all \"good\", done" : "=2+2",
        NOW.minus(Duration.ofMinutes(60 - 20L * attempt)),
        NOW.minus(Duration.ofMinutes(60 - 20L * attempt - minutes)),
        1,
        new Totals(7, 0, 0, 2, 1, 4, 1, 90, 100),
        new BatchRef("orc-queue/alpha", "i-" + project, attempt));
  }
}
