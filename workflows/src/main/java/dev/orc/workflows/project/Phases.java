package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Starts those of later phases as soon as whoever they start after is done. */
final class Phases implements Reconciler {
  private static final String NEED = "phase/";

  private final ProjectContext context;

  Phases(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    for (Agent agent : context.roster().agents()) {
      if (agent.life() instanceof Life.Later) {
        look(agent, context.roster().startsAfter(agent));
      }
    }
  }

  /** Somebody wants it to start before the others are done. Answers what follows from that. */
  String startNow(Agent agent) {
    String missing = names(context.roster().startsAfter(agent));
    start(agent, missing.isEmpty() ? "" : ", before " + missing);
    return agent.name() + " starts now" + (missing.isEmpty() ? "" : ", before " + missing);
  }

  /** It waits for nobody any more: it was removed, or has reported done itself. */
  void dropped(Agent agent) {
    context.settleNeed(NEED + agent.name());
  }

  /** Who is said to be done before it began needs not begin. */
  private void look(Agent agent, List<Agent> grounds) {
    if (agent.done()) {
      dropped(agent);
    } else if (grounds.isEmpty()) {
      start(agent, "");
    } else {
      sayWhenBlocked(agent, grounds);
    }
  }

  private void start(Agent agent, String before) {
    dropped(agent);
    agent.live(new Life.Waiting(context.now(), false));
    List<Agent> givers = context.roster().handOverTo(agent);
    String handed = givers.isEmpty() ? "nobody" : names(givers);
    context.enter(EntryKind.AGENT, agent.name(), "starts: " + handed + " handed over" + before);
    givers.stream().filter(giver -> giver.life().launched()).forEach(giver -> tell(giver, agent));
  }

  /** Only whose program lives: nobody is woken for it. */
  private void tell(Agent giver, Agent taker) {
    String id = "handover/" + taker.name() + "/" + giver.name() + "/" + context.mark();
    context.tell(MessageKind.REPORT, id, giver.name(), Wording.handedOver(taker.name()));
  }

  private void sayWhenBlocked(Agent agent, List<Agent> grounds) {
    List<Agent> lost =
        grounds.stream().filter(ground -> ground.life() instanceof Life.GivenUp).toList();
    if (lost.isEmpty()) {
      dropped(agent);
      return;
    }
    String project = context.project();
    context.need(
        NEED + agent.name(),
        agent.name(),
        agent.name() + " can not start: it waits for " + names(lost) + ", given up",
        "orc resume "
            + project
            + " tries it again; orc rebrief "
            + project
            + ":"
            + agent.name()
            + " starts it now");
  }

  private static String names(List<Agent> agents) {
    return agents.stream().map(Agent::name).collect(Collectors.joining(", "));
  }
}
