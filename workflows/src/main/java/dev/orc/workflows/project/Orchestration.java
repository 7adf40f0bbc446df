package dev.orc.workflows.project;

import dev.orc.workflows.entity.Drain;
import dev.orc.workflows.entity.NextTimer;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Outcome;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of an orchestration: whenever somebody wakes it, every reconciler looks at the state and
 * does what is due. Workflow threads only.
 */
final class Orchestration {
  private final ProjectContext context;
  private final Resumption resumption;
  private final Supervision supervision;
  private final Reports reports;
  private final Reviewing reviewing;
  private final Integration integration;
  private final Posting posting;
  private final Phases phases;
  private final Launches launches;
  private final Watch watch;
  private final Drain drain;
  private final NextTimer nextTimer;
  private final List<Reconciler> reconcilers;
  private long detailed = -1;

  Orchestration(ProjectContext context) {
    this.context = context;
    resumption = new Resumption(context);
    supervision = new Supervision(context, resumption);
    reviewing = new Reviewing(context);
    reports = new Reports(context, supervision, reviewing);
    integration = new Integration(context, supervision, reviewing);
    posting = new Posting(context);
    Reminders reminders = new Reminders(context);
    ProgressReview progress = new ProgressReview(context, reviewing);
    phases = new Phases(context);
    launches = new Launches(context, supervision, reminders);
    watch =
        new Watch(
            context, progress, new HostReader(context, supervision, resumption, progress)::read);
    drain =
        new Drain(
            context.pending(),
            context.settings().historyEvents(),
            () -> context.pending().drop(Watch.KEY));
    reconcilers =
        List.of(
            drain,
            phases,
            new Groundwork(context, supervision),
            launches,
            new Probes(context),
            resumption,
            reminders,
            progress,
            new Escalations(context),
            integration,
            new Deliveries(context, supervision, resumption),
            new KeptMail(context),
            new ProjectNotices(context),
            new Dismissals(context),
            watch);
    nextTimer =
        new NextTimer(
            reconcilers,
            drain,
            context.wakeup(),
            () -> context.changes().leavesTimersThatAreSoon());
  }

  /**
   * Whoever cancels the workflow, in Temporal or as its parent, wants what a stop does: nothing of
   * what the host still has to do for the end is cancelled by it. Temporal calls such an end
   * CANCELED whatever is returned; the status says STOPPED.
   */
  Outcome run() {
    CancellationScope.current()
        .getCancellationRequest()
        .thenApply(
            reason -> {
              context.lifecycle().stop(reason == null || reason.isBlank() ? "canceled" : reason);
              context.enter(EntryKind.PERSON, null, "canceled the workflow");
              return null;
            });
    List<Outcome> outcome = new ArrayList<>(1);
    Workflow.newDetachedCancellationScope(() -> outcome.add(work())).run();
    return outcome.get(0);
  }

  private Outcome work() {
    context.changes(WorkflowVersions.ofThisRun());
    if (context.input().state() == null) {
      context.enter(EntryKind.PHASE, null, context.lifecycle().phase().name());
      context.input().notes().forEach(note -> context.enter(EntryKind.TEAM, null, note));
    }
    while (true) {
      act();
      if (context.lifecycle().ending() != null) {
        break;
      }
      if (drain.ready() && !nextTimer.set()) {
        continueAsNew();
      }
      context.wakeup().await();
      context.pending().rethrow();
    }
    Outcome outcome = new Closing(context, nextTimer).run();
    describe();
    return outcome;
  }

  private void continueAsNew() {
    context.state().tally().runEnded(Workflow.getInfo().getHistoryLength());
    Drain.continueAsNew(context.input().with(context.state()));
  }

  /** A part may change what an earlier one has looked at: they look until nobody rings. */
  private void act() {
    pardon(nextTimer.slept(context.now()));
    do {
      context.wakeup().clear();
      Instant now = context.now();
      reconcilers.forEach(reconciler -> reconciler.act(now));
    } while (context.wakeup().requested() && context.lifecycle().ending() == null);
    nextTimer.act(context.now());
    describe();
  }

  /** What nobody could do while everything slept is held against nobody. */
  private void pardon(Duration slept) {
    if (!slept.isZero()) {
      context.state().progress().pardon(slept);
      String passed = slept.toMinutes() + " min; that time does not count";
      context.enter(EntryKind.PHASE, null, "nothing ran for " + passed);
    }
  }

  private void describe() {
    if (detailed != context.state().ledger().last()) {
      detailed = context.state().ledger().last();
      Workflow.setCurrentDetails(new ProjectStatusBoard(context).details());
    }
  }

  Resumption resumption() {
    return resumption;
  }

  Supervision supervision() {
    return supervision;
  }

  Reports reports() {
    return reports;
  }

  Reviewing reviewing() {
    return reviewing;
  }

  Integration integration() {
    return integration;
  }

  Posting posting() {
    return posting;
  }

  Phases phases() {
    return phases;
  }

  Launches launches() {
    return launches;
  }

  Watch watch() {
    return watch;
  }

  Drain drain() {
    return drain;
  }
}
