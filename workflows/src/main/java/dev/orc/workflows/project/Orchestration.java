package dev.orc.workflows.project;

import dev.orc.workflows.entity.Alarm;
import dev.orc.workflows.entity.Drain;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Outcome;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of an orchestration: whenever the bell rings, every part looks at the state and does what
 * is due. Workflow threads only.
 */
final class Orchestration {
  private final ProjectContext desk;
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
  private final Alarm alarm;
  private final List<Part> parts;
  private long detailed = -1;

  Orchestration(ProjectContext desk) {
    this.desk = desk;
    resumption = new Resumption(desk);
    supervision = new Supervision(desk, resumption);
    reviewing = new Reviewing(desk);
    reports = new Reports(desk, supervision, reviewing);
    integration = new Integration(desk, supervision, reviewing);
    posting = new Posting(desk);
    Reminders reminders = new Reminders(desk);
    ProgressReview progress = new ProgressReview(desk, reviewing);
    phases = new Phases(desk);
    launches = new Launches(desk, supervision, reminders);
    watch =
        new Watch(desk, progress, new HostReader(desk, supervision, resumption, progress)::read);
    drain =
        new Drain(
            desk.errands(), desk.settings().historyEvents(), () -> desk.errands().drop(Watch.KEY));
    parts =
        List.of(
            drain,
            phases,
            new Groundwork(desk, supervision),
            launches,
            new Probes(desk),
            resumption,
            reminders,
            progress,
            new Escalations(desk),
            integration,
            new Deliveries(desk, supervision, resumption),
            new KeptMail(desk),
            new ProjectNotices(desk),
            new Dismissals(desk),
            watch);
    alarm = new Alarm(parts, drain, desk.bell(), () -> desk.changes().leavesTimersThatAreSoon());
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
              desk.course().stop(reason == null || reason.isBlank() ? "canceled" : reason);
              desk.enter(EntryKind.PERSON, null, "canceled the workflow");
              return null;
            });
    List<Outcome> outcome = new ArrayList<>(1);
    Workflow.newDetachedCancellationScope(() -> outcome.add(work())).run();
    return outcome.get(0);
  }

  private Outcome work() {
    desk.changes(WorkflowVersions.ofThisRun());
    if (desk.input().state() == null) {
      desk.enter(EntryKind.PHASE, null, desk.course().phase().name());
      desk.input().notes().forEach(note -> desk.enter(EntryKind.TEAM, null, note));
    }
    while (true) {
      act();
      if (desk.course().ending() != null) {
        break;
      }
      if (drain.ready() && !alarm.set()) {
        continueAsNew();
      }
      desk.bell().await();
      desk.errands().rethrow();
    }
    Outcome outcome = new Closing(desk, alarm).run();
    describe();
    return outcome;
  }

  private void continueAsNew() {
    desk.state().tally().runEnded(Workflow.getInfo().getHistoryLength());
    Drain.continueAsNew(desk.input().with(desk.state()));
  }

  /** A part may change what an earlier one has looked at: they look until nobody rings. */
  private void act() {
    pardon(alarm.slept(desk.now()));
    do {
      desk.bell().hush();
      Instant now = desk.now();
      parts.forEach(part -> part.act(now));
    } while (desk.bell().rung() && desk.course().ending() == null);
    alarm.act(desk.now());
    describe();
  }

  /** What nobody could do while everything slept is held against nobody. */
  private void pardon(Duration slept) {
    if (!slept.isZero()) {
      desk.state().progress().pardon(slept);
      String passed = slept.toMinutes() + " min; that time does not count";
      desk.enter(EntryKind.PHASE, null, "nothing ran for " + passed);
    }
  }

  private void describe() {
    if (detailed != desk.state().ledger().last()) {
      detailed = desk.state().ledger().last();
      Workflow.setCurrentDetails(new ProjectStatusBoard(desk).details());
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
