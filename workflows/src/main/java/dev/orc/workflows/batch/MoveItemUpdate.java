package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.MoveRequest;
import java.util.stream.Stream;

/** The update {@code move}: gives a project another place in the order. */
final class MoveItemUpdate extends BatchUpdate<MoveRequest> {
  MoveItemUpdate(BatchContext context, BatchLoop batch) {
    super(context, batch, MoveRequest::id);
  }

  @Override
  protected void check(MoveRequest request) {
    context.requireOpen();
    long wishes =
        Stream.of(request.priority() != null, request.before() != null, request.last())
            .filter(given -> given)
            .count();
    if (wishes != 1) {
      throw Refusals.usage("it is moved by exactly one of priority, before and last");
    }
    Item item = requireNotOver(requireItem(request.item()));
    if (request.before() != null && requireNotOver(requireItem(request.before())) == item) {
      throw Refusals.usage(item.name() + " can not go before itself");
    }
  }

  @Override
  protected Accepted act(MoveRequest request) {
    Item item = context.items().find(request.item()).orElseThrow();
    if (request.priority() != null) {
      context.items().move(item, request.priority(), null);
    } else if (request.before() != null) {
      Item other = context.items().find(request.before()).orElseThrow();
      context.items().move(item, other.priority(), other);
    } else {
      context.items().move(item, Math.min(item.priority(), lowest()), null);
    }
    tell(request.by(), item.name(), "moved");
    return accepted(
        request, item.waits() ? null : "it is not waiting, the place counts when it does");
  }

  private int lowest() {
    return context.items().all().stream()
        .filter(item -> !item.state().over())
        .mapToInt(Item::priority)
        .min()
        .orElse(0);
  }
}
