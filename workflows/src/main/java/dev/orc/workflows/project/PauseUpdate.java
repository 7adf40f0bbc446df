package dev.orc.workflows.project;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Request;

/** The update {@code pause}: only urgent messages are brought until somebody resumes it. */
final class PauseUpdate extends ProjectUpdate<Request> {
  PauseUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, Request::id);
  }

  @Override
  protected void check(Request request) {
    requireOpen();
  }

  @Override
  protected Accepted act(Request request) {
    if (context.lifecycle().paused()) {
      return accepted(request, "it was paused already");
    }
    context.lifecycle().paused(true);
    context.enter(EntryKind.PERSON, request.by(), "paused" + because(request));
    return accepted(request, "urgent messages are still brought");
  }
}
