package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.StoryLevel;
import dev.orc.workflows.project.Refusals;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts what was asked into the state; the main loop does the rest. Never waits, and fails only with
 * an ApplicationFailure.
 */
final class Reception {
  private static final int LONGEST_REASON = 300;

  private final Desk desk;
  private final Batch batch;
  private final Admission admission;

  Reception(Desk desk, Batch batch) {
    this.desk = desk;
    this.batch = batch;
    this.admission = new Admission(desk, batch.dependents());
  }

  BatchAdded add(BatchAdd request) {
    batch.drain().update();
    desk.bell().ring();
    if (desk.state().ids().seen(request.id())) {
      return admission.again(request);
    }
    return Refusals.guard(
        () -> {
          desk.course().heed(request.wish());
          BatchAdded added = admission.take(request);
          desk.state().ids().remember(request.id());
          return added;
        });
  }

  Accepted remove(ItemRequest request) {
    return once(request.id(), () -> take(request));
  }

  Accepted move(MoveRequest request) {
    return once(
        request.id(),
        () -> {
          Item item = desk.items().find(request.item()).orElseThrow();
          if (request.priority() != null) {
            desk.items().move(item, request.priority(), null);
          } else if (request.before() != null) {
            Item other = desk.items().find(request.before()).orElseThrow();
            desk.items().move(item, other.priority(), other);
          } else {
            desk.items().move(item, Math.min(item.priority(), lowest()), null);
          }
          tell(request.by(), item.name(), "moved");
          return item.waits() ? null : "it is not waiting, the place counts when it does";
        });
  }

  Accepted retry(ItemRequest request) {
    return once(
        request.id(),
        () -> {
          List<Item> items =
              request.item() == null
                  ? desk.items().all().stream()
                      .filter(item -> item.state() == ItemState.ESCALATED)
                      .toList()
                  : List.of(desk.items().find(request.item()).orElseThrow());
          items.forEach(item -> anew(item, request));
          return items.size() == 1 ? null : items.size() + " are tried anew";
        });
  }

  Accepted pause(Request request) {
    return once(
        request.id(),
        () -> {
          if (desk.course().paused()) {
            return "it was paused already";
          }
          String why = request.reason() == null ? "" : ": " + request.reason();
          String line = Texts.cut("by " + request.by() + why, LONGEST_REASON);
          desk.course().pause(line);
          tell(request.by(), null, "paused" + why);
          return "what runs goes on";
        });
  }

  Accepted resume(Request request) {
    return once(
        request.id(),
        () -> {
          if (!desk.course().paused()) {
            return "it was not paused";
          }
          desk.course().resume();
          tell(request.by(), null, "resumed");
          return null;
        });
  }

  private String take(ItemRequest request) {
    Item item = desk.items().find(request.item()).orElseThrow();
    String reason = request.reason() == null ? "" : ": " + request.reason();
    String why = "removed by " + request.by() + reason;
    if (!item.active()) {
      batch.endings().remove(item, why);
      return null;
    }
    item.removeWhenStopped(Texts.cut(why, LONGEST_REASON));
    batch.lookout().now();
    tell(request.by(), item.name(), "to be stopped and removed");
    return "it is stopped first";
  }

  private void anew(Item item, ItemRequest request) {
    desk.items().change(item, Item::anew);
    tell(request.by(), item.name(), "tried anew");
    batch.dependents().look(item);
    batch.dependents().revived(item);
  }

  private int lowest() {
    return desk.items().all().stream()
        .filter(item -> !item.state().over())
        .mapToInt(Item::priority)
        .min()
        .orElse(0);
  }

  private void tell(String by, String item, String what) {
    desk.enter(StoryLevel.INFO, "queue", item, what + (by == null ? "" : " by " + by));
  }

  private Accepted once(String id, Supplier<String> act) {
    batch.drain().update();
    desk.bell().ring();
    return desk.state().ids().once(id, () -> Refusals.guard(act));
  }
}
