package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.ItemState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose turn it is: as many at a time as are allowed, in their order. Who can not start now steps
 * aside and holds up nobody behind. Workflow threads only.
 */
final class Turns implements Reconciler {
  private final BatchContext context;
  private final Items items;
  private final Crowding crowding;

  Turns(BatchContext context, Crowding crowding) {
    this.context = context;
    this.items = context.items();
    this.crowding = crowding;
  }

  @Override
  public void act(Instant now) {
    if (!context.pending().accepting() || !context.lifecycle().starts()) {
      return;
    }
    while (items.activeCount() < context.settings().parallel()) {
      Optional<Item> next = items.first(now, item -> mayBegin(item, now));
      if (next.isEmpty()) {
        return;
      }
      boolean research = next.get().wantsResearch();
      items.change(next.get(), research ? Item::researching : Item::starting);
    }
  }

  @Override
  public Stream<Instant> due() {
    return context.lifecycle().starts()
        ? Stream.concat(Stream.ofNullable(items.nextDue()), Stream.ofNullable(crowding.over()))
        : Stream.empty();
  }

  private boolean mayBegin(Item item, Instant now) {
    if (item.wantsResearch()) {
      return items.active().stream().noneMatch(o -> o.state() == ItemState.RESEARCHING);
    }
    return !crowding.full(now) && items.active().stream().noneMatch(item::sharesRepository);
  }
}
