package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.EntryKind;

/** The update {@code cancelCheckIn}. */
final class CancelCheckInUpdate extends ProjectUpdate<CancelCheckIn> {
  CancelCheckInUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, CancelCheckIn::id);
  }

  @Override
  protected void check(CancelCheckIn request) {
    if (context.state().checkIns().find(request.checkIn()).isEmpty()) {
      throw Refusals.notFound("there is no check-in " + request.checkIn());
    }
  }

  @Override
  protected Accepted act(CancelCheckIn request) {
    context.state().checkIns().cancel(request.checkIn());
    context.enter(EntryKind.CHECK_IN, null, request.checkIn() + " dropped by " + request.by());
    return accepted(request, null);
  }
}
