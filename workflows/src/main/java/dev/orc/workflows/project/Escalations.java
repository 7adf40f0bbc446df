package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.MessageKind;
import java.time.Instant;
import java.util.stream.Stream;

/** Authorizations that nobody answered in time become a person's. */
final class Escalations implements Reconciler {
  private final ProjectContext context;

  Escalations(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    for (Authorization over : context.state().authorizations().escalate(now)) {
      String what = over.by() + " asks for authorization: " + over.what();
      context.need(
          need(over.id()), over.by(), what, Wording.authorizeCommand(context.project(), over.id()));
      context.tellLead(
          MessageKind.WARNING,
          "escalated/" + context.mark(),
          over.from() + " did not answer in time; a person was told. " + what);
    }
  }

  @Override
  public Stream<Instant> due() {
    return context.state().authorizations().escalations();
  }

  static String need(String authorization) {
    return "authorization/" + authorization;
  }
}
