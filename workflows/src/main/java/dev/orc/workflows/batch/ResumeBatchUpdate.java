package dev.orc.workflows.batch;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;

/** The update {@code resume} of a batch. */
final class ResumeBatchUpdate extends BatchUpdate<Request> {
  ResumeBatchUpdate(BatchContext context, BatchLoop batch) {
    super(context, batch, Request::id);
  }

  @Override
  protected void check(Request request) {
    context.requireOpen();
  }

  @Override
  protected Accepted act(Request request) {
    if (!context.lifecycle().paused()) {
      return accepted(request, "it was not paused");
    }
    context.lifecycle().resume();
    tell(request.by(), null, "resumed");
    return accepted(request, null);
  }
}
