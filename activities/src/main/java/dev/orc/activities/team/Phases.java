package dev.orc.activities.team;

import dev.orc.workflows.model.Role;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Phases: the roles of a stage start when those of the stage before have handed over. The lead and
 * the managers are there from the beginning. Stateless.
 */
final class Phases {
  private Phases() {}

  /**
   * @param stage of a role, by its name
   */
  static List<Role> ordered(List<Role> roles, ToIntFunction<String> stage) {
    SortedMap<Integer, List<String>> stages = new TreeMap<>();
    roles.stream()
        .filter(role -> !atOnce(role))
        .map(Role::name)
        .forEach(name -> stages.merge(stage.applyAsInt(name), List.of(name), Phases::joined));
    return roles.stream()
        .map(role -> atOnce(role) ? role : role.startingAfter(before(role.name(), stages, stage)))
        .toList();
  }

  private static boolean atOnce(Role role) {
    return role.leads() || Tiers.manages(role.name());
  }

  private static List<String> before(
      String role, SortedMap<Integer, List<String>> stages, ToIntFunction<String> stage) {
    SortedMap<Integer, List<String>> earlier = stages.headMap(stage.applyAsInt(role));
    return earlier.isEmpty() ? List.of() : earlier.get(earlier.lastKey());
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
