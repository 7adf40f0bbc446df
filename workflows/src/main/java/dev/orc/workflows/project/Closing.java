package dev.orc.workflows.project;

import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.entity.Alarm;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The end: what is under way is taken back, the host archives and closes, the outcome is told. */
final class Closing {
  private static final String KEY = "close";
  private static final Duration TAKE_BACK = Duration.ofSeconds(15);
  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
  private static final Duration CLOSED_WITHIN = Duration.ofMinutes(15);

  private final Desk desk;
  private final Alarm alarm;
  private String summary;
  private String trouble;

  Closing(Desk desk, Alarm alarm) {
    this.desk = desk;
    this.alarm = alarm;
  }

  Outcome run() {
    alarm.cancel();
    Course.Ending ending = desk.course().ending();
    desk.enter(Phase.CLOSING, ending.reason());
    desk.errands().drop(Watch.KEY);
    takeBack();
    if (desk.course().sessionAsked()) {
      close(ending);
    }
    Course.Ending last = desk.course().ending();
    String reason = trouble == null ? last.reason() : last.reason() + " (" + trouble + ")";
    Outcome outcome = outcome(last, reason);
    desk.enter(last.phase(), reason);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return outcome;
  }

  private void takeBack() {
    if (!desk.errands().idle()) {
      desk.errands().cancelAll();
      boolean quiet = Workflow.await(TAKE_BACK, desk.errands()::idle);
      if (!quiet) {
        desk.enter("phase", null, "the host did not say what became of its work");
      }
    }
  }

  private void close(Course.Ending ending) {
    CloseOrder order =
        new CloseOrder(
            desk.project(),
            desk.input().spec().title(),
            desk.input().directory(),
            Workflow.getInfo().getFirstExecutionRunId(),
            desk.roster().all().size(),
            outcome(ending, ending.reason()),
            desk.state().ledger().since(0),
            false);
    desk.errands()
        .<String>start(
            KEY,
            () -> desk.host().close(order),
            (written, failed) -> {
              summary = written;
              trouble = failed == null ? null : "closing failed: " + failed.what();
            });
    waitFor(ending);
    if (desk.errands().open(KEY)) {
      desk.errands().drop(KEY);
      trouble = "the host was away, its session was not closed";
    }
  }

  /** A person who stops does not wait for long, also when the stop comes while it closes. */
  private void waitFor(Course.Ending ending) {
    boolean stopped = ending.phase() == Phase.STOPPED;
    if (!stopped) {
      boolean over = Workflow.await(CLOSED_WITHIN, () -> !desk.errands().open(KEY) || stopAsked());
      stopped = over && desk.errands().open(KEY);
    }
    if (stopped) {
      boolean closed = Workflow.await(STOPPED_WITHIN, () -> !desk.errands().open(KEY));
      if (!closed) {
        desk.enter("phase", null, "the host is away");
      }
    }
  }

  private boolean stopAsked() {
    return desk.course().stopAsked();
  }

  private Outcome outcome(Course.Ending ending, String reason) {
    Course course = desk.course();
    return new Outcome(
        desk.project(),
        ending.phase(),
        reason,
        course.head(),
        summary,
        course.startedAt(),
        desk.now(),
        desk.totals(),
        null,
        null,
        desk.input().batch());
  }
}
