package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Part;
import java.time.Instant;
import java.util.stream.Stream;

/** How long there has been nothing to do; after some time of that the batch ends. */
final class Emptiness implements Part {
  private final BatchContext desk;
  private Instant since;

  Emptiness(BatchContext desk) {
    this.desk = desk;
  }

  @Override
  public void act(Instant now) {
    boolean empty =
        desk.items().notOver() == 0
            && desk.items().firstUntold().isEmpty()
            && !desk.course().heldOpen()
            && desk.errands().idle();
    since = empty ? (since == null ? now : since) : null;
  }

  @Override
  public Stream<Instant> due() {
    return Stream.ofNullable(since).map(time -> time.plus(desk.settings().emptyFor()));
  }

  /** Whether it has lasted long enough. */
  boolean lasted(Instant now) {
    return since != null && !now.isBefore(since.plus(desk.settings().emptyFor()));
  }
}
