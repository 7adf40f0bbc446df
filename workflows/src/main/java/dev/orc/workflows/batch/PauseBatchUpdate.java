package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;

/** The update {@code pause} of a batch: starts nothing more; what runs goes on. */
final class PauseBatchUpdate extends BatchUpdate<Request> {
  private static final int LONGEST_REASON = 300;

  PauseBatchUpdate(BatchContext context, BatchLoop batch) {
    super(context, batch, Request::id);
  }

  @Override
  protected void check(Request request) {
    context.requireOpen();
  }

  @Override
  protected Accepted act(Request request) {
    if (context.lifecycle().paused()) {
      return accepted(request, "it was paused already");
    }
    String why = request.reason() == null ? "" : ": " + request.reason();
    String line = Texts.cut("by " + request.by() + why, LONGEST_REASON);
    context.lifecycle().pause(line);
    tell(request.by(), null, "paused" + why);
    return accepted(request, "what runs goes on");
  }
}
