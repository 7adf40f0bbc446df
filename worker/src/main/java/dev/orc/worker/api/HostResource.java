package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Request;
import java.util.Map;

/** What lies on this host: worktrees and screens of an orchestration. Thread-safe. */
final class HostResource {
  private final HostServices host;
  private final Statuses statuses;
  private final Audit audit;

  HostResource(HostServices host, Statuses statuses, Audit audit) {
    this.host = host;
    this.statuses = statuses;
    this.audit = audit;
  }

  void routes(Router router) {
    router.get("/v1/projects/{project}/worktrees", this::worktrees);
    router.post("/v1/projects/{project}/worktrees/prune", this::prune);
    router.get("/v1/projects/{project}/screen", this::screen);
  }

  private ApiAnswer worktrees(ApiRequest call) {
    return ApiAnswer.ok(host.worktrees(statuses.of(call.project())));
  }

  private ApiAnswer prune(ApiRequest call) {
    Request request = call.body(Request.class);
    RequestIds.require(request.id());
    return audit.around(
        call.project(),
        request.by(),
        "prune",
        request.id(),
        () -> ApiAnswer.ok(host.prune(statuses.of(call.project()), statuses.ofOpen())));
  }

  private ApiAnswer screen(ApiRequest call) {
    String role = call.query("role");
    ProjectStatus status = statuses.of(call.project());
    String pane =
        status.agents().stream()
            .filter(agent -> agent.role().equals(role))
            .map(AgentStatus::pane)
            .findFirst()
            .orElseThrow(() -> noAgent(call.project(), role));
    return ApiAnswer.ok(Map.of("role", role, "screen", pane == null ? "" : host.screen(pane)));
  }

  private static Refusal noAgent(String project, String role) {
    return new Refusal(
        Refusal.Kind.NOT_FOUND,
        "there is no agent " + project + ":" + role,
        "'orc status " + project + "' shows its agents");
  }
}
