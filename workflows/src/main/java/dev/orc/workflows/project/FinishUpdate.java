package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.policy.CompletionEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * The update {@code finish}: declares the work complete; evidence is checked, branches are
 * integrated.
 */
final class FinishUpdate extends ProjectUpdate<Request> {
  FinishUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, Request::id);
  }

  @Override
  protected void check(Request request) {
    requireOpen();
    if (context.lifecycle().phase() == Phase.PREPARING) {
      throw Refusals.refused("nothing has been begun yet; orc stop ends it");
    }
  }

  @Override
  protected Accepted act(Request request) {
    if (context.lifecycle().phase() == Phase.INTEGRATING) {
      return accepted(request, "it is being integrated already");
    }
    orchestration.reviewing().withdraw();
    String why = request.reason() == null ? "declared complete" : request.reason();
    context.lifecycle().claim(request.by(), Texts.cut(why, LONGEST_REASON));
    context.enter(EntryKind.PERSON, request.by(), "declared it complete" + because(request));
    return accepted(request, afterwards());
  }

  /** What an agent still owes shows only when the host has looked; what is known is said now. */
  private String afterwards() {
    List<String> missing =
        new ArrayList<>(CompletionEvidence.unstarted(context.roster().unstarted()));
    context.state().authorizations().all().stream()
        .map(open -> open.by() + "'s request for authorization has no answer yet: " + open.what())
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      return "it goes back to work, since " + String.join("; ", missing);
    }
    return "the worktrees are looked at, then the branches are merged and verified; what is missing"
        + " goes back to the agents and shows in: orc timeline "
        + context.project();
  }
}
