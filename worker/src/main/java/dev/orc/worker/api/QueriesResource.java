package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.project.ProjectWorkflow;
import java.util.List;

/** What an orchestration can be asked, beyond its status. Thread-safe. */
final class QueriesResource {
  private final Orchestrations orchestrations;

  QueriesResource(Orchestrations orchestrations) {
    this.orchestrations = orchestrations;
  }

  void routes(Router router) {
    router.get("/v1/projects/{project}/inbox", this::inbox);
    router.get("/v1/projects/{project}/checkins", this::checkIns);
    router.get("/v1/projects/{project}/timeline", this::timeline);
  }

  List<TimelineEntry> timeline(String project, long since) {
    return orchestrations.query(project, one -> one.timeline(since));
  }

  private ApiAnswer inbox(ApiRequest call) {
    String role = call.query("role");
    return ApiAnswer.ok(orchestrations.query(call.project(), one -> one.inbox(role)));
  }

  private ApiAnswer checkIns(ApiRequest call) {
    return ApiAnswer.ok(orchestrations.query(call.project(), ProjectWorkflow::checkIns));
  }

  private ApiAnswer timeline(ApiRequest call) {
    long since = call.number("since");
    if (since < 0) {
      throw new Refusal(
          Refusal.Kind.USAGE, "'since' is the number of an entry", "leave it out for all");
    }
    return ApiAnswer.ok(timeline(call.project(), since));
  }
}
