package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads names of roles out of a file; what is none becomes a fault. For one thread. */
final class RoleNames {
  private final NodeReader reader;
  private final Teams teams;

  RoleNames(NodeReader reader, Teams teams) {
    this.reader = reader;
    this.teams = teams;
  }

  /** The roles in the list, as roles are called here. */
  List<String> list(Entry entry) {
    Set<String> roles = new LinkedHashSet<>();
    for (String given : reader.strings(entry, List.of())) {
      String role = role(given, entry.line());
      if (role != null && !roles.add(role)) {
        reader.fault(entry.line(), "'" + given + "' is there twice", "call the second one -2");
      }
    }
    return List.copyOf(roles);
  }

  /** Roles by a role; no role may lead back to itself. */
  Map<String, List<String>> map(Entry entry) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    if (entry == null) {
      return map;
    }
    reader
        .mapping(entry.value())
        .entries()
        .forEach(
            (given, each) -> {
              String role = role(given, each.line());
              if (role != null) {
                map.put(role, list(each));
              }
            });
    map.keySet().stream()
        .filter(role -> reaches(role, role, map, new LinkedHashSet<>()))
        .findFirst()
        .ifPresent(
            role ->
                reader.fault(
                    entry.line(), "'" + role + "' comes back to itself", "leave one of them out"));
    return map;
  }

  /** The role's name; null when there is no such role, which is a fault. */
  String role(String given, int line) {
    try {
      return teams.requireRole(given);
    } catch (Refusal refusal) {
      reader.fault(line, refusal.getMessage(), refusal.remedy());
      return null;
    }
  }

  private static boolean reaches(
      String from, String to, Map<String, List<String>> map, Set<String> seen) {
    for (String next : map.getOrDefault(from, List.of())) {
      if (next.equals(to) || seen.add(next) && reaches(next, to, map, seen)) {
        return true;
      }
    }
    return false;
  }
}
