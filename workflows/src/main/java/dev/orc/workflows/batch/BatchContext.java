package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Bell;
import dev.orc.workflows.entity.Errands;
import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.workflow.Workflow;
import java.time.Instant;

/** What every part of one run works with: the state, the host, the bell. Workflow threads only. */
final class BatchContext {
  private final BatchInput input;
  private final BatchState state;
  private final Bell bell = new Bell();
  private final Errands errands = new Errands(bell);
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

  BatchLifecycle course() {
    return state.course();
  }

  BatchSettings settings() {
    return state.course().settings();
  }

  Items items() {
    return state.items();
  }

  BatchState state() {
    return state;
  }

  Bell bell() {
    return bell;
  }

  Errands errands() {
    return errands;
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
    if (course().endedAt() != null || course().canceled()) {
      throw Refusals.refused("the batch " + input.name() + " is ending");
    }
  }

  /** Writes into the story, if it tells things of that weight; either way everybody looks again. */
  void enter(StoryLevel weight, EntryKind kind, String who, String what) {
    if (weight.toldBy(settings().level())) {
      state.story().enter(now(), kind, who, what);
    }
    bell.ring();
  }
}
