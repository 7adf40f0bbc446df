package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.ItemRequest;

/** The update {@code remove}: takes a project out of the batch; one that runs is stopped first. */
final class RemoveItemUpdate extends BatchUpdate<ItemRequest> {
  private static final int LONGEST_REASON = 300;

  RemoveItemUpdate(BatchContext context, BatchLoop batch) {
    super(context, batch, ItemRequest::id);
  }

  @Override
  protected void check(ItemRequest request) {
    context.requireOpen();
    Item item = requireNotOver(requireItem(request.item()));
    if (item.active() && !request.stop()) {
      throw Refusals.refused(
          item.name() + " is " + word(item) + "; it is stopped and removed with --stop");
    }
  }

  @Override
  protected Accepted act(ItemRequest request) {
    Item item = context.items().find(request.item()).orElseThrow();
    String reason = request.reason() == null ? "" : ": " + request.reason();
    String why = "removed by " + request.by() + reason;
    if (!item.active()) {
      batch.endings().remove(item, why);
      return accepted(request, null);
    }
    item.removeWhenStopped(Texts.cut(why, LONGEST_REASON));
    batch.lookout().now();
    tell(request.by(), item.name(), "to be stopped and removed");
    return accepted(request, "it is stopped first");
  }
}
