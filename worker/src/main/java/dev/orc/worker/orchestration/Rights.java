package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.policy.AgentRights;
import dev.orc.workflows.policy.AgentRights.Deed;

/** Holds agents to what they may do; a person may do all of it. Thread-safe. */
public final class Rights {
  private final Orchestrations orchestrations;

  public Rights(Orchestrations orchestrations) {
    this.orchestrations = orchestrations;
  }

  /**
   * Refuses what an agent may not do.
   *
   * @param deed null for what no agent may
   */
  public void require(Caller caller, Deed deed, String project) {
    if (!caller.agent()) {
      return;
    }
    if (deed == null) {
      throw refused("an agent may not do that", "a person does");
    }
    boolean own = caller.belongsTo(project);
    boolean leads = deed == Deed.CHANGE_TEAM && own && leads(caller);
    AgentRights.refusal(deed, own, leads)
        .ifPresent(
            why -> {
              throw refused(why, "ask the lead of that team, or a person");
            });
  }

  private boolean leads(Caller caller) {
    String project = caller.life().project();
    return orchestrations.status(project).agents().stream()
        .anyMatch(agent -> agent.role().equals(caller.life().role()) && agent.leads());
  }

  private static Refusal refused(String why, String remedy) {
    return new Refusal(Refusal.Kind.REFUSED, why, remedy);
  }
}
