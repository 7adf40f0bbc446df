package dev.orc.worker.api;

import dev.orc.activities.plan.start.Plan;
import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.Directories;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.worker.orchestration.Run;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import java.util.ArrayList;
import java.util.List;

/** Starting orchestrations, and how they stand. Thread-safe. */
final class ProjectsResource {
  private final HostServices host;
  private final Orchestrations orchestrations;
  private final Statuses statuses;
  private final Directories directories;
  private final Audit audit;

  ProjectsResource(
      HostServices host,
      Orchestrations orchestrations,
      Statuses statuses,
      Directories directories,
      Audit audit) {
    this.host = host;
    this.orchestrations = orchestrations;
    this.statuses = statuses;
    this.directories = directories;
    this.audit = audit;
  }

  void routes(Router router) {
    router.post("/v1/projects", this::start);
    router.get("/v1/projects", this::list);
    router.get("/v1/projects/{project}", call -> ApiAnswer.ok(statuses.of(call.project())));
  }

  private ApiAnswer start(ApiRequest call) {
    StartRequest request = call.body(StartRequest.class);
    RequestIds.require(request.id());
    if (call.flag("dry-run")) {
      return ApiAnswer.ok(StartedAnswer.of(host.plan(request), null));
    }
    return audit.around(
        request.name() == null ? "?" : request.name(),
        request.by(),
        "start",
        request.id(),
        () -> ApiAnswer.created(start(request)));
  }

  private Started start(StartRequest request) {
    Plan plan = host.plan(request);
    return directories.alone(
        plan.project(),
        plan.directory(),
        () -> {
          host.keep(plan);
          return StartedAnswer.of(plan, orchestrations.start(plan, request.id()).runId());
        });
  }

  private ApiAnswer list(ApiRequest call) {
    List<ProjectStatus> all = new ArrayList<>(statuses.ofOpen());
    if (call.flag("closed")) {
      for (Run run : orchestrations.closed()) {
        all.add(statuses.ofClosed(run));
      }
    }
    return ApiAnswer.ok(all);
  }
}
