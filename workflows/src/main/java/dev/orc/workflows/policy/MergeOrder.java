package dev.orc.workflows.policy;

import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The order in which the roles' branches are merged: first what others stand on. */
public final class MergeOrder {
  private MergeOrder() {}

  /** Role names in merge order; where roles wait for each other in a ring, the team's own order. */
  public static List<String> of(Team team) {
    Set<String> ordered = new LinkedHashSet<>();
    for (Role role : team.roles()) {
      place(team, role, ordered, new HashSet<>());
    }
    return new ArrayList<>(ordered);
  }

  private static void place(Team team, Role role, Set<String> ordered, Set<String> onTheWay) {
    if (ordered.contains(role.name()) || !onTheWay.add(role.name())) {
      return;
    }
    for (String ground : grounds(role)) {
      team.role(ground).ifPresent(first -> place(team, first, ordered, onTheWay));
    }
    ordered.add(role.name());
  }

  private static List<String> grounds(Role role) {
    return Stream.concat(role.waitsFor().stream(), role.startsAfter().stream()).toList();
  }
}
