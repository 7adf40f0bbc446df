package dev.orc.workflows.batch;

import dev.orc.workflows.entity.PendingActivities;
import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.entity.Wakeup;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.workflow.Workflow;
import java.time.Instant;

/**
 * What every reconciler of one run works with: the state, the host, the wake-up. Workflow threads
 * only.
 */
final class BatchContext {
  private final BatchInput input;
  private final BatchState state;
  private final Wakeup wakeup = new Wakeup();
  private final PendingActivities pending = new PendingActivities(wakeup);
  private final BatchHost host;
  private final Children children = new Children();

  BatchContext(BatchInput input) {
    this.input = input;
    this.state = input.state() == null ? BatchState.begin(input.settings(), now()) : input.state();
    this.host = new BatchHost(input.host());
    state.items().arrange();
  }

  BatchInput input() {
    return input;
  }

  /** The input of the next run. */
  BatchInput carried() {
    return new BatchInput(input.name(), input.host(), input.settings(), state);
  }

  String workflowId() {
    return Workflow.getInfo().getWorkflowId();
  }

  BatchLifecycle lifecycle() {
    return state.lifecycle();
  }

  BatchSettings settings() {
    return state.lifecycle().settings();
  }

  Items items() {
    return state.items();
  }

  BatchState state() {
    return state;
  }

  Wakeup wakeup() {
    return wakeup;
  }

  PendingActivities pending() {
    return pending;
  }

  BatchHost host() {
    return host;
  }

  Children children() {
    return children;
  }

  Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  /** Refuses what comes when the batch is ending. */
  void requireOpen() {
    if (lifecycle().endedAt() != null || lifecycle().canceled()) {
      throw Refusals.refused("the batch " + input.name() + " is ending");
    }
  }

  /** Writes into the story, if it tells things of that weight; either way everybody looks again. */
  void enter(StoryLevel weight, EntryKind kind, String who, String what) {
    if (weight.toldBy(settings().level())) {
      state.story().enter(now(), kind, who, what);
    }
    wakeup.request();
  }
}
