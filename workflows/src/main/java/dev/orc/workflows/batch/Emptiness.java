package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Reconciler;
import java.time.Instant;
import java.util.stream.Stream;

/** How long there has been nothing to do; after some time of that the batch ends. */
final class Emptiness implements Reconciler {
  private final BatchContext context;
  private Instant since;

  Emptiness(BatchContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    boolean empty =
        context.items().notOver() == 0
            && context.items().firstUntold().isEmpty()
            && !context.lifecycle().heldOpen()
            && context.pending().idle();
    since = empty ? (since == null ? now : since) : null;
  }

  @Override
  public Stream<Instant> due() {
    return Stream.ofNullable(since).map(time -> time.plus(context.settings().emptyFor()));
  }

  /** Whether it has lasted long enough. */
  boolean lasted(Instant now) {
    return since != null && !now.isBefore(since.plus(context.settings().emptyFor()));
  }
}
