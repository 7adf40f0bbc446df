package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.entity.NextTimer;
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

  private final ProjectContext context;
  private final NextTimer nextTimer;
  private String summary;
  private String trouble;

  Closing(ProjectContext context, NextTimer nextTimer) {
    this.context = context;
    this.nextTimer = nextTimer;
  }

  Outcome run() {
    nextTimer.cancel();
    ProjectLifecycle.Ending ending = context.lifecycle().ending();
    context.enter(Phase.CLOSING, ending.reason());
    context.pending().drop(Watch.KEY);
    takeBack();
    count();
    if (context.lifecycle().sessionAsked()) {
      close(ending);
    }
    ProjectLifecycle.Ending last = context.lifecycle().ending();
    lookAgain(last);
    String reason = trouble == null ? last.reason() : last.reason() + " (" + trouble + ")";
    Outcome outcome = outcome(last, reason);
    context.enter(last.phase(), reason);
    tellPeople(outcome);
    tellBatch(outcome);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return outcome;
  }

  private void takeBack() {
    if (!context.pending().idle()) {
      context.pending().cancelAll();
      boolean quiet = Workflow.await(TAKE_BACK, context.pending()::idle);
      if (!quiet) {
        context.enter(EntryKind.PHASE, null, "the host did not say what became of its work");
      }
    }
  }

  /** Only where the host has just shown that it is there, and the branches are brought together. */
  private void lookAgain(ProjectLifecycle.Ending ending) {
    boolean wanted =
        ending.phase() == Phase.COMPLETED && context.settings().integrate() && trouble == null;
    if (wanted && context.changes().has(Change.LOOKS_AGAIN_AT_THE_END)) {
      trouble = new LastLook(context).take();
    }
  }

  /** What was committed since the watch last counted belongs to the whole, too. */
  private void count() {
    ProjectLifecycle lifecycle = context.lifecycle();
    List<Worktree> worktrees =
        context.roster().all().stream().map(Agent::worktree).filter(Objects::nonNull).toList();
    if (worktrees.isEmpty() || !context.changes().countsCommitsAtClosing()) {
      return;
    }
    InspectOrder order = new InspectOrder(context.project(), lifecycle.repository(), worktrees);
    context
        .pending()
        .<List<WorktreeState>>start(
            COUNT,
            () -> context.host().inspect(order),
            (states, failed) -> {
              if (failed == null) {
                states.forEach(this::counted);
              }
            });
    Workflow.await(COUNTED_WITHIN, () -> !context.pending().open(COUNT));
    context.pending().drop(COUNT);
  }

  private void counted(WorktreeState state) {
    context.roster().all().stream()
        .filter(agent -> agent.name().equals(state.role()))
        .forEach(agent -> agent.trail(agent.trail().counted(state.commits())));
  }

  /** Who stopped it knows; what a batch tries again is the batch's to tell. */
  private void tellPeople(Outcome outcome) {
    boolean completed = outcome.phase() == Phase.COMPLETED;
    boolean failed = outcome.phase() == Phase.FAILED && outcome.batch() == null;
    if (!context.changes().has(Change.TELLS_ENDS) || !(completed || failed)) {
      return;
    }
    context
        .pending()
        .<Void>start(
            TELL, () -> context.host().tell(Wording.ended(outcome)), (nothing, untold) -> {});
    Workflow.await(TOLD_WITHIN, () -> !context.pending().open(TELL));
    context.pending().drop(TELL);
  }

  /** A batch that is gone wants to know nothing any more. */
  private void tellBatch(Outcome outcome) {
    BatchRef batch = context.input().batch();
    if (batch == null) {
      return;
    }
    try {
      Workflow.newExternalWorkflowStub(BatchSignals.class, batch.workflow()).ended(outcome);
    } catch (TemporalException gone) {
      context.enter(
          EntryKind.PHASE, null, "its batch " + batch.workflow() + " is gone, nobody was told");
    }
  }

  private void close(ProjectLifecycle.Ending ending) {
    CloseOrder order =
        new CloseOrder(
            context.project(),
            context.input().spec().title(),
            context.input().directory(),
            Workflow.getInfo().getFirstExecutionRunId(),
            context.roster().all().size(),
            outcome(ending, ending.reason()),
            context.state().ledger().since(0),
            false,
            context.input().team().type(),
            context.roster().all().stream().map(Closing::run).toList());
    context
        .pending()
        .<String>start(
            KEY,
            () -> context.host().close(order),
            (written, failed) -> {
              summary = written;
              trouble = failed == null ? null : "closing failed: " + failed.what();
            });
    waitFor(ending);
    if (context.pending().open(KEY)) {
      context.pending().drop(KEY);
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
      boolean over =
          Workflow.await(CLOSED_WITHIN, () -> !context.pending().open(KEY) || stopAsked());
      stopped = over && context.pending().open(KEY);
    }
    if (stopped) {
      boolean closed = Workflow.await(STOPPED_WITHIN, () -> !context.pending().open(KEY));
      if (!closed) {
        context.enter(EntryKind.PHASE, null, "the host is away");
      }
    }
  }

  private boolean stopAsked() {
    return context.lifecycle().stopAsked();
  }

  private Outcome outcome(ProjectLifecycle.Ending ending, String reason) {
    ProjectLifecycle lifecycle = context.lifecycle();
    return new Outcome(
        context.project(),
        ending.phase(),
        reason,
        lifecycle.head(),
        summary,
        lifecycle.startedAt(),
        context.now(),
        context.totals(),
        ending.failure(),
        ending.notBefore(),
        context.input().batch());
  }
}
