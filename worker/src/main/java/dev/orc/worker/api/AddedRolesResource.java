package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.orchestration.TypedUpdate;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.TeamAddition;
import dev.orc.workflows.policy.AgentRights.Deed;
import dev.orc.workflows.project.ProjectWorkflow;

/** More roles for a team that is at work, made of the host's library. Thread-safe. */
final class AddedRolesResource {
  private static final TypedUpdate<ProjectWorkflow, RolesRequest> ADD =
      TypedUpdate.ofProject(ProjectWorkflow::addRoles);

  private final HostServices host;
  private final Statuses statuses;
  private final Telling telling;

  AddedRolesResource(HostServices host, Statuses statuses, Telling telling) {
    this.host = host;
    this.statuses = statuses;
    this.telling = telling;
  }

  void routes(Router router) {
    router.post("/v1/projects/{project}/team", Deed.CHANGE_TEAM, this::add);
  }

  private ApiAnswer add(ApiRequest call) {
    String project = call.project();
    TeamAddition said = call.body(TeamAddition.class);
    TeamAddition asked = said.by(call.caller().by(project, said.by()));
    return ApiAnswer.accepted(
        telling.tell(project, asked.by(), ADD, asked.id(), () -> made(project, asked)));
  }

  private RolesRequest made(String project, TeamAddition asked) {
    return new RolesRequest(asked.id(), asked.by(), host.addedRoles(statuses.of(project), asked));
  }
}
