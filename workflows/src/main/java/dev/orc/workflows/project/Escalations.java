package dev.orc.workflows.project;

import dev.orc.workflows.entity.Part;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.MessageKind;
import java.time.Instant;
import java.util.stream.Stream;

/** Authorizations that nobody answered in time become a person's. */
final class Escalations implements Part {
  private final ProjectContext desk;

  Escalations(ProjectContext desk) {
    this.desk = desk;
  }

  @Override
  public void act(Instant now) {
    for (Authorization over : desk.state().authorizations().escalate(now)) {
      String what = over.by() + " asks for authorization: " + over.what();
      desk.need(
          need(over.id()), over.by(), what, Wording.authorizeCommand(desk.project(), over.id()));
      desk.tellLead(
          MessageKind.WARNING,
          "escalated/" + desk.mark(),
          over.from() + " did not answer in time; a person was told. " + what);
    }
  }

  @Override
  public Stream<Instant> due() {
    return desk.state().authorizations().escalations();
  }

  static String need(String authorization) {
    return "authorization/" + authorization;
  }
}
