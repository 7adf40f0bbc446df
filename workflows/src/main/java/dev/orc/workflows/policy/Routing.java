package dev.orc.workflows.policy;

import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.Optional;

/** Hub and spoke: who may write to whom directly; everything else goes to the lead. */
public final class Routing {
  private Routing() {}

  /**
   * Who gets a message in the end. People and the orchestration itself write to anybody, so does
   * the lead, and anybody writes to the lead.
   */
  public static String recipient(Team team, String from, String to) {
    Optional<Role> sender = team.role(from);
    Optional<String> lead = team.lead().map(Role::name);
    if (sender.isEmpty() || lead.isEmpty() || sender.get().leads() || lead.get().equals(to)) {
      return to;
    }
    boolean allowed = sender.get().talksTo().isEmpty() || sender.get().talksTo().contains(to);
    return allowed ? to : lead.get();
  }

  /** Whom a stuck agent's trouble is told to: its manager, else the lead; empty: a person. */
  public static Optional<String> managerOf(Team team, String role) {
    Optional<Role> lead = team.lead();
    if (lead.isPresent() && lead.get().name().equals(role)) {
      return Optional.empty();
    }
    return team.role("project-manager")
        .filter(manager -> !manager.name().equals(role))
        .or(() -> lead)
        .map(Role::name);
  }
}
