package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.EntryKind;

/** The update {@code cancelCheckIn}. */
final class CancelCheckInUpdate extends ProjectUpdate<CancelCheckIn> {
  CancelCheckInUpdate(ProjectContext desk, Orchestration orchestration) {
    super(desk, orchestration, CancelCheckIn::id);
  }

  @Override
  protected void check(CancelCheckIn request) {
    if (desk.state().checkIns().find(request.checkIn()).isEmpty()) {
      throw Refusals.notFound("there is no check-in " + request.checkIn());
    }
  }

  @Override
  protected Accepted act(CancelCheckIn request) {
    desk.state().checkIns().cancel(request.checkIn());
    desk.enter(EntryKind.CHECK_IN, null, request.checkIn() + " dropped by " + request.by());
    return accepted(request, null);
  }
}
