package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Drain;
import dev.orc.workflows.entity.NextTimer;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/**
 * One run of a batch: whenever somebody wakes it, every reconciler looks at the state and does what
 * is due. Workflow threads only.
 */
final class BatchLoop {
  private final BatchContext context;
  private final Dependents dependents;
  private final Endings endings;
  private final Lookout lookout;
  private final Emptiness emptiness;
  private final Drain drain;
  private final NextTimer nextTimer;
  private final List<Reconciler> reconcilers;

  BatchLoop(BatchContext context) {
    this.context = context;
    dependents = new Dependents(context);
    endings = new Endings(context, dependents);
    lookout = new Lookout(context, endings);
    emptiness = new Emptiness(context);
    drain = new Drain(context.pending(), context.settings().historyEvents(), () -> {});
    Crowding crowding = new Crowding();
    reconcilers =
        List.of(
            drain,
            new Turns(context, crowding),
            new Starts(context, endings, lookout, crowding),
            new BatchResearch(context, endings, lookout),
            lookout,
            new BatchNotices(context),
            emptiness);
    nextTimer = new NextTimer(reconcilers, drain, context.wakeup(), () -> true);
  }

  /** Whoever cancels the workflow wants its projects to stop, and that takes some more work. */
  BatchStatus run() {
    CancellationScope.current()
        .getCancellationRequest()
        .thenApply(
            reason -> {
              context.lifecycle().cancel();
              context.enter(StoryLevel.WARNING, EntryKind.QUEUE, null, "canceled");
              return null;
            });
    Workflow.newDetachedCancellationScope(this::work).run();
    context.lifecycle().end(context.now());
    BatchStatus status = new BatchStatusBoard(context).status();
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
      if (context.lifecycle().canceled()) {
        new Cancellation(context, endings).run();
        return;
      }
      if (!drain.draining()
          && emptiness.lasted(context.now())
          && Workflow.isEveryHandlerFinished()) {
        return;
      }
      if (drain.ready() && !nextTimer.set()) {
        Drain.continueAsNew(context.carried());
      }
      context.wakeup().await();
      context.pending().rethrow();
    }
  }

  /** A part may change what an earlier one has looked at: they look until nobody rings. */
  private void act() {
    do {
      context.wakeup().clear();
      Instant now = context.now();
      reconcilers.forEach(reconciler -> reconciler.act(now));
    } while (context.wakeup().requested());
    nextTimer.act(context.now());
    describe();
  }

  private void describe() {
    Workflow.setCurrentDetails(new BatchStatusBoard(context).details());
  }
}
