package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.entity.Alarm;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import io.temporal.failure.TemporalException;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The end: what is under way is taken back, the host archives and closes, the outcome is told. */
final class Closing {
  private static final String KEY = "close";
  private static final String COUNT = "count";
  private static final String TELL = "tell";
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);
  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(20);
  private static final Duration TAKE_BACK = Duration.ofSeconds(15);
  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
  private static final Duration CLOSED_WITHIN = Duration.ofMinutes(15);

  private final ProjectContext desk;
  private final Alarm alarm;
  private String summary;
  private String trouble;

  Closing(ProjectContext desk, Alarm alarm) {
    this.desk = desk;
    this.alarm = alarm;
  }

  Outcome run() {
    alarm.cancel();
    ProjectLifecycle.Ending ending = desk.course().ending();
    desk.enter(Phase.CLOSING, ending.reason());
    desk.errands().drop(Watch.KEY);
    takeBack();
    count();
    if (desk.course().sessionAsked()) {
      close(ending);
    }
    ProjectLifecycle.Ending last = desk.course().ending();
    lookAgain(last);
    String reason = trouble == null ? last.reason() : last.reason() + " (" + trouble + ")";
    Outcome outcome = outcome(last, reason);
    desk.enter(last.phase(), reason);
    tellPeople(outcome);
    tellBatch(outcome);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return outcome;
  }

  private void takeBack() {
    if (!desk.errands().idle()) {
      desk.errands().cancelAll();
      boolean quiet = Workflow.await(TAKE_BACK, desk.errands()::idle);
      if (!quiet) {
        desk.enter(EntryKind.PHASE, null, "the host did not say what became of its work");
      }
    }
  }

  /** Only where the host has just shown that it is there, and the branches are brought together. */
  private void lookAgain(ProjectLifecycle.Ending ending) {
    boolean wanted =
        ending.phase() == Phase.COMPLETED && desk.settings().integrate() && trouble == null;
    if (wanted && desk.changes().has(Change.LOOKS_AGAIN_AT_THE_END)) {
      trouble = new LastLook(desk).take();
    }
  }

  /** What was committed since the watch last counted belongs to the whole, too. */
  private void count() {
    ProjectLifecycle course = desk.course();
    List<Worktree> worktrees =
        desk.roster().all().stream().map(Agent::worktree).filter(Objects::nonNull).toList();
    if (worktrees.isEmpty() || !desk.changes().countsCommitsAtClosing()) {
      return;
    }
    InspectOrder order = new InspectOrder(desk.project(), course.repository(), worktrees);
    desk.errands()
        .<List<WorktreeState>>start(
            COUNT,
            () -> desk.host().inspect(order),
            (states, failed) -> {
              if (failed == null) {
                states.forEach(this::counted);
              }
            });
    Workflow.await(COUNTED_WITHIN, () -> !desk.errands().open(COUNT));
    desk.errands().drop(COUNT);
  }

  private void counted(WorktreeState state) {
    desk.roster().all().stream()
        .filter(agent -> agent.name().equals(state.role()))
        .forEach(agent -> agent.trail(agent.trail().counted(state.commits())));
  }

  /** Who stopped it knows; what a batch tries again is the batch's to tell. */
  private void tellPeople(Outcome outcome) {
    boolean completed = outcome.phase() == Phase.COMPLETED;
    boolean failed = outcome.phase() == Phase.FAILED && outcome.batch() == null;
    if (!desk.changes().has(Change.TELLS_ENDS) || !(completed || failed)) {
      return;
    }
    desk.errands()
        .<Void>start(TELL, () -> desk.host().tell(Wording.ended(outcome)), (nothing, untold) -> {});
    Workflow.await(TOLD_WITHIN, () -> !desk.errands().open(TELL));
    desk.errands().drop(TELL);
  }

  /** A batch that is gone wants to know nothing any more. */
  private void tellBatch(Outcome outcome) {
    BatchRef batch = desk.input().batch();
    if (batch == null) {
      return;
    }
    try {
      Workflow.newExternalWorkflowStub(BatchSignals.class, batch.workflow()).ended(outcome);
    } catch (TemporalException gone) {
      desk.enter(
          EntryKind.PHASE, null, "its batch " + batch.workflow() + " is gone, nobody was told");
    }
  }

  private void close(ProjectLifecycle.Ending ending) {
    CloseOrder order =
        new CloseOrder(
            desk.project(),
            desk.input().spec().title(),
            desk.input().directory(),
            Workflow.getInfo().getFirstExecutionRunId(),
            desk.roster().all().size(),
            outcome(ending, ending.reason()),
            desk.state().ledger().since(0),
            false,
            desk.input().team().type(),
            desk.roster().all().stream().map(Closing::run).toList());
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

  private static RoleRun run(Agent agent) {
    Program program = agent.role().program();
    return new RoleRun(
        agent.name(),
        program == null ? null : program.driver(),
        agent.incarnation(),
        agent.trail().commits(),
        agent.done(),
        0);
  }

  /** A person who stops does not wait for long, also when the stop comes while it closes. */
  private void waitFor(ProjectLifecycle.Ending ending) {
    boolean stopped = ending.phase() == Phase.STOPPED;
    if (!stopped) {
      boolean over = Workflow.await(CLOSED_WITHIN, () -> !desk.errands().open(KEY) || stopAsked());
      stopped = over && desk.errands().open(KEY);
    }
    if (stopped) {
      boolean closed = Workflow.await(STOPPED_WITHIN, () -> !desk.errands().open(KEY));
      if (!closed) {
        desk.enter(EntryKind.PHASE, null, "the host is away");
      }
    }
  }

  private boolean stopAsked() {
    return desk.course().stopAsked();
  }

  private Outcome outcome(ProjectLifecycle.Ending ending, String reason) {
    ProjectLifecycle course = desk.course();
    return new Outcome(
        desk.project(),
        ending.phase(),
        reason,
        course.head(),
        summary,
        course.startedAt(),
        desk.now(),
        desk.totals(),
        ending.failure(),
        ending.notBefore(),
        desk.input().batch());
  }
}
