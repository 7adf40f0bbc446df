package dev.orc.activities.plan.team;

import dev.orc.workflows.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Three tiers: a lead over project managers over groups of engineers. Whoever is not the lead and
 * no project manager is an engineer. Immutable.
 */
final class Tiers {
  static final String MANAGER = "project-manager";
  private static final int ENGINEERS_A_MANAGER = 4;

  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  private Tiers(List<String> managers, List<String> engineers) {
    int begin = 0;
    for (int i = 0; i < managers.size(); i++) {
      int left = managers.size() - i;
      int size = (engineers.size() - begin + left - 1) / left;
      groups.put(managers.get(i), List.copyOf(engineers.subList(begin, begin + size)));
      begin += size;
    }
  }

  static Tiers of(List<Role> roles) {
    return new Tiers(
        roles.stream().map(Role::name).filter(Tiers::manages).toList(),
        roles.stream()
            .filter(role -> !role.leads() && !manages(role.name()))
            .map(Role::name)
            .toList());
  }

  /** How many managers so many engineers want. */
  static int managersFor(int engineers) {
    return (engineers + ENGINEERS_A_MANAGER - 1) / ENGINEERS_A_MANAGER;
  }

  /** The name of a manager, counted from 1. */
  static String manager(int number) {
    return number == 1 ? MANAGER : MANAGER + "-" + number;
  }

  static boolean manages(String role) {
    return RoleLibrary.base(role).equals(MANAGER);
  }

  /** Whom the manager of that name leads. */
  List<String> group(String manager) {
    return groups.getOrDefault(manager, List.of());
  }

  /** The roles in their places: who reports to whom, and whom each may write to. */
  List<Role> placed(List<Role> roles) {
    List<String> leads = roles.stream().filter(Role::leads).map(Role::name).toList();
    List<Role> placed = new ArrayList<>();
    for (Role role : roles) {
      placed.add(
          role.leads() ? role : manages(role.name()) ? manager(role, leads) : engineer(role));
    }
    return placed;
  }

  private Role manager(Role role, List<String> leads) {
    Set<String> partners = new LinkedHashSet<>(leads);
    partners.addAll(groups.keySet());
    partners.addAll(group(role.name()));
    partners.remove(role.name());
    return role.below(null, List.copyOf(partners));
  }

  private Role engineer(Role role) {
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      if (group.getValue().contains(role.name())) {
        Set<String> partners = new LinkedHashSet<>(List.of(group.getKey()));
        partners.addAll(group.getValue());
        partners.remove(role.name());
        return role.below(group.getKey(), List.copyOf(partners));
      }
    }
    return role;
  }
}
