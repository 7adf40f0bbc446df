package dev.orc.workflows.project;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.policy.DerivedIds;

/**
 * The update {@code rebrief}: tells a role, or all, its brief again; who was given up is tried
 * again.
 */
final class RebriefUpdate extends ProjectUpdate<RoleRequest> {
  RebriefUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, RoleRequest::id);
  }

  @Override
  protected void check(RoleRequest request) {
    requireOpen();
    if (!Message.ALL.equals(request.role())) {
      requireReachable(request.role());
    }
  }

  @Override
  protected Accepted act(RoleRequest request) {
    boolean all = Message.ALL.equals(request.role());
    String started = null;
    for (Agent agent : context.roster().agents()) {
      if (all || agent.name().equals(request.role())) {
        if (agent.life() instanceof Life.GivenUp) {
          orchestration.supervision().revive(agent);
        } else if (agent.life() instanceof Life.Later && !all) {
          started = orchestration.phases().startNow(agent);
        } else if (agent.incarnation() > 0 && agent.reachable() && !waits(agent)) {
          String id = DerivedIds.under(request.id(), agent.name());
          context.post(orchestration.launches().brief(agent, MessageKind.REBRIEF, id));
        }
      }
    }
    context.enter(EntryKind.PERSON, request.by(), "had " + request.role() + " briefed again");
    return accepted(request, started);
  }

  private static boolean waits(Agent agent) {
    return agent.life() instanceof Life.Later;
  }
}
