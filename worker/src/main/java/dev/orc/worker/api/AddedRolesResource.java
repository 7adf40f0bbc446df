package dev.orc.worker.api;

import dev.orc.worker.host.HostSide;
import dev.orc.worker.orchestration.Telling;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.TeamAddition;

/** More roles for a team that is at work, made of the host's library. Thread-safe. */
final class AddedRolesResource {
  private final HostSide host;
  private final Statuses statuses;
  private final Telling telling;

  AddedRolesResource(HostSide host, Statuses statuses, Telling telling) {
    this.host = host;
    this.statuses = statuses;
    this.telling = telling;
  }

  void routes(Router router) {
    router.post("/v1/projects/{project}/team", this::add);
  }

  private Answer add(Call call) {
    String project = call.project();
    TeamAddition asked = call.body(TeamAddition.class);
    return Answer.accepted(
        telling.tell(project, asked.by(), "addRoles", asked.id(), () -> made(project, asked)));
  }

  private RolesRequest made(String project, TeamAddition asked) {
    return new RolesRequest(asked.id(), asked.by(), host.addedRoles(statuses.of(project), asked));
  }
}
