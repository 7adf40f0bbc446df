package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.team.TeamFileText;
import dev.orc.worker.host.HostServices;
import dev.orc.workflows.model.ExportedTeam;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;

/** Which team a project would get. Thread-safe. */
final class TeamResource {
  private final HostServices host;

  TeamResource(HostServices host) {
    this.host = host;
  }

  void routes(Router router) {
    router.post("/v1/team/plan", call -> ApiAnswer.ok(host.teamPlan(call.body(TeamRequest.class))));
    router.post("/v1/team/export", call -> ApiAnswer.ok(exported(call.body(TeamPlan.class))));
  }

  private static ExportedTeam exported(TeamPlan plan) {
    if (plan.team() == null) {
      throw new Refusal(
          Refusal.Kind.USAGE, "the plan has no team", "send what POST /v1/team/plan answered");
    }
    return new ExportedTeam(TeamFileText.of(plan));
  }
}
