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
  AuthorizeUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, AuthorizeRequest::id);
  }

  @Override
  protected void check(AuthorizeRequest request) {
    Authorization open =
        context
            .state()
            .authorizations()
            .find(request.authorization())
            .orElseThrow(
                () ->
                    Refusals.notFound(
                        "no open authorization has the id " + request.authorization()));
    boolean agent = context.roster().find(request.by()).isPresent();
    boolean review = orchestration.reviewing().is(open.id());
    if (agent && (review || request.by().equals(open.by()) || !request.by().equals(open.from()))) {
      throw Refusals.refused(
          request.by() + " does not decide that: " + open.from() + " was asked, or a person");
    }
  }

  @Override
  protected Accepted act(AuthorizeRequest request) {
    Authorization asked =
        context.state().authorizations().find(request.authorization()).orElseThrow();
    if (orchestration.reviewing().is(asked.id())) {
      if (!orchestration.reviewing().answered(request)) {
        orchestration.integration().refused();
      }
      return accepted(request, null);
    }
    context.state().authorizations().close(asked.id());
    context.settleNeed(Escalations.need(asked.id()));
    String text =
        Wording.authorizationAnswered(asked, request.by(), request.granted(), request.note());
    context.tell(MessageKind.WARNING, DerivedIds.under(request.id(), asked.by()), asked.by(), text);
    context.enter(
        EntryKind.PERSON,
        request.by(),
        (request.granted() ? "granted" : "denied") + " what " + asked.by() + " asked for");
    return accepted(request, null);
  }
}
