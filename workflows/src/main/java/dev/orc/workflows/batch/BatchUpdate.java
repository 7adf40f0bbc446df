package dev.orc.workflows.batch;

import dev.orc.workflows.entity.CheckedUpdate;
import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.StoryLevel;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the updates of a batch have in common: what they work with, and what several of them check.
 * Workflow threads only.
 */
abstract class BatchUpdate<R> extends CheckedUpdate<R, Accepted> {
  private final Function<R, String> id;
  final BatchContext context;
  final BatchLoop batch;

  BatchUpdate(BatchContext context, BatchLoop batch, Function<R, String> id) {
    super(id, context.state().ids(), context.wakeup(), batch.drain());
    this.id = id;
    this.context = context;
    this.batch = batch;
  }

  @Override
  protected final Accepted again(R request) {
    return new Accepted(id.apply(request), true, null);
  }

  /**
   * @param note what the caller should know; null when there is nothing
   */
  final Accepted accepted(R request, String note) {
    return new Accepted(id.apply(request), false, note);
  }

  final Item requireItem(String words) {
    if (blank(words)) {
      throw Refusals.usage("it does not say which project");
    }
    return context
        .items()
        .find(words)
        .orElseThrow(() -> Refusals.notFound("the batch has no project " + words));
  }

  static Item requireNotOver(Item item) {
    if (item.state().over()) {
      throw Refusals.refused(item.name() + " is over already: " + word(item));
    }
    return item;
  }

  /** Writes into the story who wanted what. */
  final void tell(String by, String item, String what) {
    context.enter(StoryLevel.INFO, EntryKind.QUEUE, item, what + (by == null ? "" : " by " + by));
  }

  static String word(Item item) {
    return item.state().name().toLowerCase(Locale.ROOT);
  }
}
