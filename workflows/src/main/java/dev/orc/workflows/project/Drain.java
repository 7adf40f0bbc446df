package dev.orc.workflows.project;

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

  /** An update's answer gets out before the run ends; servers differ when both come at once. */
  private static final Duration BREATH = Duration.ofMillis(100);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Desk desk;
  private int updates;
  private Instant quietAt = Instant.EPOCH;
  private Instant patientUntil;
  private Instant takeBackAt;

  Drain(Desk desk) {
    this.desk = desk;
  }

  /** Counts an update: a run may have two thousand of them. */
  void update() {
    updates++;
    quietAt = desk.now().plus(BREATH);
  }

  @Override
  public void act(Instant now) {
    if (desk.errands().accepting() && longEnough()) {
      desk.errands().close();
      desk.errands().drop(Watch.KEY);
      takeBackAt = now.plus(GRACE);
      patientUntil = now.plus(PATIENCE);
    }
    if (takeBackAt != null && !now.isBefore(takeBackAt)) {
      takeBackAt = null;
      desk.errands().cancelAll();
    }
  }

  @Override
  public Stream<Instant> due() {
    return desk.errands().accepting()
        ? Stream.empty()
        : Stream.concat(Stream.of(quietAt), Stream.ofNullable(takeBackAt));
  }

  /** Whether the next run may begin now. */
  boolean ready() {
    Instant now = desk.now();
    boolean quiet = !now.isBefore(quietAt);
    return !desk.errands().accepting()
        && (quiet || !now.isBefore(patientUntil))
        && desk.errands().idle()
        && Workflow.isEveryHandlerFinished();
  }

  void continueAsNew() {
    desk.state().tally().runEnded(Workflow.getInfo().getHistoryLength());
    ProjectInput input = desk.input().with(desk.state());
    var attributes = Workflow.getTypedSearchAttributes();
    if (attributes.size() == 0) {
      Workflow.continueAsNew(input);
    }
    Workflow.continueAsNew(
        ContinueAsNewOptions.newBuilder().setTypedSearchAttributes(attributes).build(), input);
  }

  private boolean longEnough() {
    WorkflowInfo info = Workflow.getInfo();
    return info.isContinueAsNewSuggested()
        || info.getHistoryLength() >= desk.settings().historyEvents()
        || updates >= UPDATES;
  }
}
