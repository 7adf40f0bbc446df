package dev.orc.workflows.project;

import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;

/** The update {@code stop}: ends the orchestration; can always be asked, while it ends too. */
final class StopUpdate extends ProjectUpdate<Request> {
  StopUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, Request::id);
  }

  @Override
  protected void check(Request request) {
    // An id is all that it needs.
  }

  @Override
  protected Accepted act(Request request) {
    boolean closing = context.lifecycle().phase() == Phase.CLOSING;
    String why = request.reason() == null ? "stopped by " + request.by() : request.reason();
    context.lifecycle().stop(Texts.cut(why, LONGEST_REASON));
    context.enter(EntryKind.PERSON, request.by(), "stopped" + because(request));
    return accepted(request, closing ? "it is closing already" : null);
  }
}
