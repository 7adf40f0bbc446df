package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.ItemState;
import java.util.List;

/**
 * The update {@code retry}: tries anew what is over, with all its retries; all that failed for good
 * when none is named.
 */
final class RetryItemUpdate extends BatchUpdate<ItemRequest> {
  RetryItemUpdate(BatchContext context, BatchLoop batch) {
    super(context, batch, ItemRequest::id);
  }

  @Override
  protected void check(ItemRequest request) {
    context.requireOpen();
    if (request.item() == null) {
      if (context.items().count(ItemState.ESCALATED) == 0) {
        throw Refusals.refused("nothing has failed for good");
      }
      return;
    }
    Item item = requireItem(request.item());
    if (!item.state().over()) {
      throw Refusals.refused(item.name() + " is not over: " + word(item));
    }
    if (item.state() == ItemState.COMPLETED) {
      throw Refusals.refused(item.name() + " has completed; what is to be done again is added");
    }
    batch
        .dependents()
        .missing(item)
        .ifPresent(
            ground -> {
              String how = ground.name() + ", which is " + word(ground);
              throw Refusals.refused(item.name() + " depends on " + how + ": retry that first");
            });
  }

  @Override
  protected Accepted act(ItemRequest request) {
    List<Item> items =
        request.item() == null
            ? context.items().all().stream()
                .filter(item -> item.state() == ItemState.ESCALATED)
                .toList()
            : List.of(context.items().find(request.item()).orElseThrow());
    items.forEach(item -> anew(item, request));
    return accepted(request, items.size() == 1 ? null : items.size() + " are tried anew");
  }

  private void anew(Item item, ItemRequest request) {
    context.items().change(item, Item::anew);
    tell(request.by(), item.name(), "tried anew");
    batch.dependents().look(item);
    batch.dependents().revived(item);
  }
}
