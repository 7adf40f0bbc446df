package dev.orc.workflows.batch;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;

/** The update {@code resume} of a batch. */
final class ResumeBatchUpdate extends BatchUpdate<Request> {
  ResumeBatchUpdate(BatchContext desk, BatchLoop batch) {
    super(desk, batch, Request::id);
  }

  @Override
  protected void check(Request request) {
    desk.requireOpen();
  }

  @Override
  protected Accepted act(Request request) {
    if (!desk.course().paused()) {
      return accepted(request, "it was not paused");
    }
    desk.course().resume();
    tell(request.by(), null, "resumed");
    return accepted(request, null);
  }
}
