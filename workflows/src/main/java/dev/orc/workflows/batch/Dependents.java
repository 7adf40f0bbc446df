package dev.orc.workflows.batch;

import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.StoryLevel;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;

/** What the end of one project means to those that depend on it. Workflow threads only. */
final class Dependents {
  private final BatchContext context;
  private final Items items;

  Dependents(BatchContext context) {
    this.context = context;
    this.items = context.items();
  }

  /** It has ended: those that depend on it may start, or are skipped, and whoever needs those. */
  void ended(Item ground) {
    ArrayDeque<Item> grounds = new ArrayDeque<>();
    grounds.add(ground);
    while (!grounds.isEmpty()) {
      for (Item item : items.dependentsOf(grounds.poll())) {
        if (item.waits() && missing(item).isPresent()) {
          skip(item);
          grounds.add(item);
        } else {
          items.sortAgain(item);
        }
      }
    }
  }

  /** It begins anew: who was skipped for it waits for it again. */
  void revived(Item ground) {
    ArrayDeque<Item> grounds = new ArrayDeque<>();
    grounds.add(ground);
    while (!grounds.isEmpty()) {
      for (Item item : items.dependentsOf(grounds.poll())) {
        if (item.state() == ItemState.SKIPPED && missing(item).isEmpty()) {
          items.change(item, Item::anew);
          grounds.add(item);
        }
      }
    }
  }

  /** One that it depends on and that will not complete by itself. */
  Optional<Item> missing(Item item) {
    return item.dependsOn().stream()
        .flatMap(id -> items.byId(id).stream())
        .filter(ground -> ground.state().over() && ground.state() != ItemState.COMPLETED)
        .findFirst();
  }

  /** Skips it where what it depends on will not complete. */
  void look(Item item) {
    if (item.waits() && missing(item).isPresent()) {
      skip(item);
    }
  }

  private void skip(Item item) {
    Item ground = missing(item).orElseThrow();
    String how = ground.state().name().toLowerCase(Locale.ROOT);
    String why = "depends on " + ground.name() + ", which was " + how;
    items.change(item, it -> it.end(ItemState.SKIPPED, why, context.now()));
    context.enter(StoryLevel.WARNING, EntryKind.END, item.name(), "skipped: it " + why);
  }
}
