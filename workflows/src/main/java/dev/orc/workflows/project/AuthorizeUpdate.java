package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.policy.DerivedIds;

/** The update {@code authorize}: answers what an agent asked leave for. */
final class AuthorizeUpdate extends ProjectUpdate<AuthorizeRequest> {
  AuthorizeUpdate(ProjectContext desk, Orchestration orchestration) {
    super(desk, orchestration, AuthorizeRequest::id);
  }

  @Override
  protected void check(AuthorizeRequest request) {
    Authorization open =
        desk.state()
            .authorizations()
            .find(request.authorization())
            .orElseThrow(
                () ->
                    Refusals.notFound(
                        "no open authorization has the id " + request.authorization()));
    boolean agent = desk.roster().find(request.by()).isPresent();
    boolean review = orchestration.reviewing().is(open.id());
    if (agent && (review || request.by().equals(open.by()) || !request.by().equals(open.from()))) {
      throw Refusals.refused(
          request.by() + " does not decide that: " + open.from() + " was asked, or a person");
    }
  }

  @Override
  protected Accepted act(AuthorizeRequest request) {
    Authorization asked = desk.state().authorizations().find(request.authorization()).orElseThrow();
    if (orchestration.reviewing().is(asked.id())) {
      if (!orchestration.reviewing().answered(request)) {
        orchestration.integration().refused();
      }
      return accepted(request, null);
    }
    desk.state().authorizations().close(asked.id());
    desk.settleNeed(Escalations.need(asked.id()));
    String text =
        Wording.authorizationAnswered(asked, request.by(), request.granted(), request.note());
    desk.tell(MessageKind.WARNING, DerivedIds.under(request.id(), asked.by()), asked.by(), text);
    desk.enter(
        EntryKind.PERSON,
        request.by(),
        (request.granted() ? "granted" : "denied") + " what " + asked.by() + " asked for");
    return accepted(request, null);
  }
}
