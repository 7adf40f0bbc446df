package dev.orc.workflows.policy;

import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a role that joins a team at work has its place. */
public final class Joining {
  private static final String MANAGER = "project-manager";

  private Joining() {}

  /**
   * It comes below the manager of whoever has the same job, else, in a team of three tiers, below
   * the project manager with the smallest group, and talks to that group. Who leads, manages or
   * knows its manager already stays as it is.
   */
  public static Role placed(Team team, Role joining) {
    if (joining.leads() || joining.reportsTo() != null || job(joining).equals(MANAGER)) {
      return joining;
    }
    return ofItsKind(team, joining)
        .or(() -> leastBusy(team))
        .map(manager -> below(manager, group(team, manager), joining))
        .orElse(joining);
  }

  private static Optional<Role> ofItsKind(Team team, Role joining) {
    return team.roles().stream()
        .filter(role -> role.reportsTo() != null && job(role).equals(job(joining)))
        .flatMap(role -> team.role(role.reportsTo()).stream())
        .findFirst();
  }

  private static Optional<Role> leastBusy(Team team) {
    List<Role> managers = team.roles().stream().filter(role -> job(role).equals(MANAGER)).toList();
    return managers.stream().allMatch(manager -> group(team, manager).isEmpty())
        ? Optional.empty()
        : managers.stream().min(Comparator.comparing(manager -> group(team, manager).size()));
  }

  private static Role below(Role manager, List<String> group, Role joining) {
    List<String> partners = new ArrayList<>(List.of(manager.name()));
    partners.addAll(group);
    return joining.below(manager.name(), partners);
  }

  private static List<String> group(Team team, Role manager) {
    return team.roles().stream()
        .filter(role -> manager.name().equals(role.reportsTo()))
        .map(Role::name)
        .toList();
  }

  /** A second developer is called {@code developer-2}. */
  private static String job(Role role) {
    return role.name().replaceFirst("-[0-9]+$", "");
  }
}
