package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.OpenQuestion;

/** What an agent of this host asks, and a person's answer. Thread-safe. */
final class AnswersResource {
  private final HostServices host;
  private final Audit audit;

  AnswersResource(HostServices host, Audit audit) {
    this.host = host;
    this.audit = audit;
  }

  void routes(Router router) {
    router.get("/v1/projects/{project}/question", this::question);
    router.post("/v1/projects/{project}/answer", this::answer);
  }

  private ApiAnswer question(ApiRequest call) {
    AgentName agent = agent(call.project(), call.query("role"));
    OpenQuestion open =
        host.question(agent)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.NOT_FOUND, agent + " asks nothing now", "see: orc status"));
    return ApiAnswer.ok(open);
  }

  private ApiAnswer answer(ApiRequest call) {
    AnswerRequest request = call.body(AnswerRequest.class);
    RequestIds.require(request.id());
    AgentName agent = agent(call.project(), request.role());
    return audit.around(
        agent.project(),
        call.caller().by(agent.project(), request.by()),
        "answer",
        request.id(),
        () -> ApiAnswer.ok(host.answer(agent, request)));
  }

  private static AgentName agent(String project, String role) {
    try {
      return new AgentName(project, role);
    } catch (IllegalArgumentException | NullPointerException wrong) {
      throw new Refusal(Refusal.Kind.USAGE, "no role is named: " + role, "name one as 'role'");
    }
  }
}
