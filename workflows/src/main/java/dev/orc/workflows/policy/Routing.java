package dev.orc.workflows.policy;

import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.Optional;

/**
 * Hub and spoke: who may write to whom directly; everything else goes to the sender's manager where
 * that one may pass it on, else to the lead.
 */
public final class Routing {
  private static final String PROJECT_MANAGER = "project-manager";

  private Routing() {}

  /**
   * Who gets a message in the end. People and the orchestration itself write to anybody, so does
   * the lead, and anybody writes to the lead; a manager and those it manages write to each other.
   */
  public static String recipient(Team team, String from, String to) {
    Optional<Role> sender = team.role(from);
    Optional<String> lead = team.lead().map(Role::name);
    if (sender.isEmpty() || lead.isEmpty() || sender.get().leads() || lead.get().equals(to)) {
      return to;
    }
    if (direct(team, sender.get(), to)) {
      return to;
    }
    return manager(team, sender.get())
        .filter(manager -> manages(team, manager.name(), to) || mayWrite(manager, to))
        .map(Role::name)
        .orElse(lead.get());
  }

  /** Who must hear what the lead hears of a role: its manager, where that is another. */
  public static Optional<String> managerBeside(Team team, String role) {
    return team.role(role)
        .flatMap(one -> manager(team, one))
        .filter(manager -> !manager.leads())
        .map(Role::name);
  }

  /**
   * Whom a stuck agent's trouble is told to: the one it reports to, else the project manager, else
   * the lead; empty: a person.
   */
  public static Optional<String> managerOf(Team team, String role) {
    Optional<Role> lead = team.lead();
    if (lead.isPresent() && lead.get().name().equals(role)) {
      return Optional.empty();
    }
    return team.role(role)
        .flatMap(one -> manager(team, one))
        .or(() -> team.role(PROJECT_MANAGER).filter(manager -> !manager.name().equals(role)))
        .or(() -> lead)
        .map(Role::name);
  }

  private static boolean direct(Team team, Role sender, String to) {
    return mayWrite(sender, to)
        || to.equals(sender.reportsTo())
        || manages(team, sender.name(), to);
  }

  private static boolean mayWrite(Role sender, String to) {
    return sender.talksTo().isEmpty() || sender.talksTo().contains(to);
  }

  private static boolean manages(Team team, String manager, String role) {
    return team.role(role).filter(one -> manager.equals(one.reportsTo())).isPresent();
  }

  /** The one it reports to, where that one is in the team and is not itself. */
  private static Optional<Role> manager(Team team, Role role) {
    return Optional.ofNullable(role.reportsTo())
        .filter(name -> !name.equals(role.name()))
        .flatMap(team::role);
  }
}
