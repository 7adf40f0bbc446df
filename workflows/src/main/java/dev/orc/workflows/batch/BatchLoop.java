package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Alarm;
import dev.orc.workflows.entity.Drain;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/**
 * One run of a batch: whenever the bell rings, every part looks at the state and does what is due.
 * Workflow threads only.
 */
final class BatchLoop {
  private final BatchContext desk;
  private final Dependents dependents;
  private final Endings endings;
  private final Lookout lookout;
  private final Emptiness emptiness;
  private final Drain drain;
  private final Alarm alarm;
  private final List<Part> parts;

  BatchLoop(BatchContext desk) {
    this.desk = desk;
    dependents = new Dependents(desk);
    endings = new Endings(desk, dependents);
    lookout = new Lookout(desk, endings);
    emptiness = new Emptiness(desk);
    drain = new Drain(desk.errands(), desk.settings().historyEvents(), () -> {});
    Crowding crowding = new Crowding();
    parts =
        List.of(
            drain,
            new Turns(desk, crowding),
            new Starts(desk, endings, lookout, crowding),
            new BatchResearch(desk, endings, lookout),
            lookout,
            new BatchNotices(desk),
            emptiness);
    alarm = new Alarm(parts, drain, desk.bell(), () -> true);
  }

  /** Whoever cancels the workflow wants its projects to stop, and that takes some more work. */
  BatchStatus run() {
    CancellationScope.current()
        .getCancellationRequest()
        .thenApply(
            reason -> {
              desk.course().cancel();
              desk.enter(StoryLevel.WARNING, EntryKind.QUEUE, null, "canceled");
              return null;
            });
    Workflow.newDetachedCancellationScope(this::work).run();
    desk.course().end(desk.now());
    BatchStatus status = new BatchStatusBoard(desk).status();
    describe();
    return status;
  }

  Dependents dependents() {
    return dependents;
  }

  Endings endings() {
    return endings;
  }

  Lookout lookout() {
    return lookout;
  }

  Drain drain() {
    return drain;
  }

  private void work() {
    while (true) {
      act();
      if (desk.course().canceled()) {
        new Cancellation(desk, endings).run();
        return;
      }
      if (!drain.draining() && emptiness.lasted(desk.now()) && Workflow.isEveryHandlerFinished()) {
        return;
      }
      if (drain.ready() && !alarm.set()) {
        Drain.continueAsNew(desk.carried());
      }
      desk.bell().await();
      desk.errands().rethrow();
    }
  }

  /** A part may change what an earlier one has looked at: they look until nobody rings. */
  private void act() {
    do {
      desk.bell().hush();
      Instant now = desk.now();
      parts.forEach(part -> part.act(now));
    } while (desk.bell().rung());
    alarm.act(desk.now());
    describe();
  }

  private void describe() {
    Workflow.setCurrentDetails(new BatchStatusBoard(desk).details());
  }
}
