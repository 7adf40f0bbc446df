package dev.orc.workflows.project;

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
 * then the next run begins with the same state.
 */
final class Drain implements Part {
  static final int UPDATES = 1_500;
  private static final Duration GRACE = Duration.ofSeconds(20);

  /**
   * Between the last answer and the end of the run. An event that arrives while the server is told
   * of the end fails the workflow task, and whatever update came with it; so the run ends in a task
   * of its own, when no timer is set and the answers to updates are out.
   */
  private static final Duration BREATH = Duration.ofMillis(100);

  private final Desk desk;
  private int updates;
  private Instant takeBackAt;
  private Instant breathAt;

  Drain(Desk desk) {
    this.desk = desk;
  }

  /** Counts an update: a run may have two thousand of them. */
  void update() {
    updates++;
  }

  @Override
  public void act(Instant now) {
    if (desk.errands().accepting() && longEnough()) {
      desk.errands().close();
      desk.errands().drop(Watch.KEY);
      takeBackAt = now.plus(GRACE);
    }
    if (takeBackAt != null && !now.isBefore(takeBackAt)) {
      takeBackAt = null;
      desk.errands().cancelAll();
    }
    if (draining() && desk.errands().idle() && breathAt == null) {
      breathAt = now.plus(BREATH);
    }
  }

  @Override
  public Stream<Instant> due() {
    return Stream.ofNullable(breathAt == null ? takeBackAt : breathAt);
  }

  boolean draining() {
    return !desk.errands().accepting();
  }

  /** Whether the next run may begin, as far as time and the host are concerned. */
  boolean ready() {
    return breathAt != null && !desk.now().isBefore(breathAt) && Workflow.isEveryHandlerFinished();
  }

  void continueAsNew() {
    desk.state().tally().runEnded(Workflow.getInfo().getHistoryLength());
    ProjectInput input = desk.input().with(desk.state());
    SearchAttributes attributes = Workflow.getTypedSearchAttributes();
    ContinueAsNewOptions.Builder options = ContinueAsNewOptions.newBuilder();
    if (attributes.size() > 0) {
      options.setTypedSearchAttributes(attributes);
    }
    Workflow.continueAsNew(options.build(), input);
  }

  private boolean longEnough() {
    WorkflowInfo info = Workflow.getInfo();
    return info.isContinueAsNewSuggested()
        || info.getHistoryLength() >= desk.settings().historyEvents()
        || updates >= UPDATES;
  }
}
