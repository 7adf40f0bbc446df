package dev.orc.workflows.policy;

import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who starts after whom. */
public final class PhaseRules {
  private PhaseRules() {}

  /**
   * The roles of the team that must be done before this one starts. The lead waits for nobody, and
   * in a ring the one that the team names first does not wait for those that wait for it.
   */
  public static List<String> grounds(Team team, Role role) {
    if (role.leads()) {
      return List.of();
    }
    return role.startsAfter().stream()
        .filter(ground -> team.role(ground).isPresent())
        .filter(ground -> !inRing(team, role.name(), ground))
        .toList();
  }

  private static boolean inRing(Team team, String role, String ground) {
    return place(team, role) <= place(team, ground) && waits(team, ground, role, new HashSet<>());
  }

  /** Whether one waits for the other, itself or through others. */
  private static boolean waits(Team team, String one, String other, Set<String> seen) {
    if (one.equals(other)) {
      return true;
    }
    return seen.add(one)
        && team.role(one).stream()
            .flatMap(role -> role.startsAfter().stream())
            .anyMatch(ground -> waits(team, ground, other, seen));
  }

  private static int place(Team team, String role) {
    return team.roles().stream().map(Role::name).toList().indexOf(role);
  }
}
