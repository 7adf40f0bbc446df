package dev.orc.worker.api;

import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.worker.orchestration.Researching;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.Started;

/** Looking into what became of a project, by itself. Thread-safe. */
final class ResearchResource {
  private final Researching researching;
  private final Audit audit;

  ResearchResource(Researching researching, Audit audit) {
    this.researching = researching;
    this.audit = audit;
  }

  void routes(Router router) {
    router.post("/v1/projects/{project}/research", this::research);
  }

  private static Started started(Researching.Begun begun) {
    return StartedAnswer.of(begun.plan(), begun.runId());
  }

  private ApiAnswer research(ApiRequest call) {
    Request request = call.body(Request.class);
    RequestIds.require(request.id());
    String project = call.project();
    return audit.around(
        project,
        request.by(),
        "research",
        request.id(),
        () ->
            call.flag("analysis")
                ? ApiAnswer.ok(researching.analysis(project, request))
                : ApiAnswer.created(started(researching.start(project, request))));
  }
}
