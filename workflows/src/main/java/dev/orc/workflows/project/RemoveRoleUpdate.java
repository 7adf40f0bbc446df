package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.RoleRequest;

/** The update {@code removeRole}: takes an agent out of the team; its worktree stays. */
final class RemoveRoleUpdate extends ProjectUpdate<RoleRequest> {
  RemoveRoleUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, RoleRequest::id);
  }

  @Override
  protected void check(RoleRequest request) {
    requireOpen();
    Agent agent = requireRole(request.role());
    if (agent.role().leads()) {
      throw Refusals.refused(request.role() + " leads the team and stays; orc stop ends it all");
    }
    if (context.roster().agents().size() == 1) {
      throw Refusals.refused(request.role() + " is the last of the team; orc stop ends it all");
    }
  }

  @Override
  protected Accepted act(RoleRequest request) {
    Agent agent = context.roster().find(request.role()).orElseThrow();
    orchestration.supervision().leave(agent, context.now());
    boolean unstarted = agent.life() instanceof Life.Later;
    orchestration.phases().dropped(agent);
    agent.live(new Life.Removed(context.now(), unstarted));
    context.state().checkIns().cancelAllOf(agent.name());
    context.state().needs().settleAll("gone/" + agent.name());
    int dropped =
        context
            .mailroom()
            .withdraw(agent.name(), any -> true, LetterState.EXPIRED, context.now())
            .size();
    context.enter(EntryKind.PERSON, request.by(), "removed " + agent.name());
    return accepted(
        request,
        (unstarted ? "it had not started" : "its worktree stays")
            + (dropped == 0 ? "" : "; " + dropped + " messages were dropped"));
  }
}
