package dev.orc.workflows.project;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Request;
import java.util.List;

/** The update {@code resume}: goes on, and tries again who was given up or cut off. */
final class ResumeUpdate extends ProjectUpdate<Request> {
  ResumeUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, Request::id);
  }

  @Override
  protected void check(Request request) {
    requireOpen();
  }

  @Override
  protected Accepted act(Request request) {
    boolean paused = context.lifecycle().paused();
    context.lifecycle().paused(false);
    List<Agent> gone =
        context.roster().agents().stream()
            .filter(agent -> agent.life() instanceof Life.GivenUp)
            .toList();
    gone.forEach(orchestration.supervision()::revive);
    long cut = context.roster().launched().stream().filter(orchestration.resumption()::now).count();
    if (!paused && gone.isEmpty() && cut == 0) {
      return accepted(request, "nothing was paused");
    }
    context.enter(EntryKind.PERSON, request.by(), "resumed" + because(request));
    long again = gone.size() + cut;
    String agents = again == 1 ? "1 agent is" : again + " agents are";
    return accepted(request, again == 0 ? null : agents + " tried again");
  }
}
