package dev.orc.workflows.entity;

import io.temporal.common.SearchAttributes;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Ends a run whose history is long enough: nothing new is asked of the host, what is under way is
 * waited for, and after a grace taken back, since everything that was asked may be asked again;
 * then the next run begins with the same state. Workflow threads only.
 */
public final class Drain implements Reconciler {
  static final int UPDATES = 1_500;
  private static final Duration GRACE = Duration.ofSeconds(20);

  /**
   * Between the last answer and the end of the run. An event that arrives while the server is told
   * of the end fails the workflow task, and whatever update came with it; so the run ends in a task
   * of its own, when no timer is set and the answers to updates are out.
   */
  private static final Duration BREATH = Duration.ofMillis(100);

  private final PendingActivities pending;
  private final int historyEvents;
  private final Runnable begun;
  private int updates;
  private Instant takeBackAt;
  private Instant breathAt;

  /**
   * @param historyEvents ends the run at the latest after so many
   * @param begun done when nothing new is asked any more
   */
  public Drain(PendingActivities pending, int historyEvents, Runnable begun) {
    this.pending = pending;
    this.historyEvents = historyEvents;
    this.begun = begun;
  }

  /** Begins the next run, with the same search attributes. */
  public static void continueAsNew(Object input) {
    SearchAttributes attributes = Workflow.getTypedSearchAttributes();
    ContinueAsNewOptions.Builder options = ContinueAsNewOptions.newBuilder();
    if (attributes.size() > 0) {
      options.setTypedSearchAttributes(attributes);
    }
    Workflow.continueAsNew(options.build(), input);
  }

  /** Counts an update: a run may have two thousand of them. */
  public void update() {
    updates++;
  }

  @Override
  public void act(Instant now) {
    if (pending.accepting() && longEnough()) {
      pending.close();
      begun.run();
      takeBackAt = now.plus(GRACE);
    }
    if (takeBackAt != null && !now.isBefore(takeBackAt)) {
      takeBackAt = null;
      pending.cancelAll();
    }
    if (draining() && pending.idle() && breathAt == null) {
      breathAt = now.plus(BREATH);
    }
  }

  @Override
  public Stream<Instant> due() {
    return Stream.ofNullable(breathAt == null ? takeBackAt : breathAt);
  }

  public boolean draining() {
    return !pending.accepting();
  }

  /** Whether the next run may begin, as far as time and the host are concerned. */
  public boolean ready() {
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    return breathAt != null && !now.isBefore(breathAt) && Workflow.isEveryHandlerFinished();
  }

  private boolean longEnough() {
    WorkflowInfo info = Workflow.getInfo();
    return info.isContinueAsNewSuggested()
        || info.getHistoryLength() >= historyEvents
        || updates >= UPDATES;
  }
}
