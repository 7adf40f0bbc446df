package dev.orc.activities.plan.team;

import dev.orc.workflows.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Phases: the roles of a stage start when those of the stage before have handed over. The lead and
 * the managers are there from the beginning. Stateless.
 */
final class TeamPhases {
  private static final int STAGES = 5;

  private TeamPhases() {}

  /**
   * @param stage of a role, by its name
   */
  static List<Role> ordered(List<Role> roles, ToIntFunction<String> stage) {
    SortedMap<Integer, List<String>> stages = new TreeMap<>();
    roles.stream()
        .filter(role -> !atOnce(role))
        .map(Role::name)
        .forEach(name -> stages.merge(stage.applyAsInt(name), List.of(name), TeamPhases::joined));
    return roles.stream()
        .map(role -> atOnce(role) ? role : role.startingAfter(before(role.name(), stages, stage)))
        .toList();
  }

  /**
   * Which of a type's phases a role works in, counted from 0: the one that names it, else the one
   * where its stage of the library falls.
   *
   * @param stage from 1 to {@value #STAGES}
   */
  static int place(List<TypePhase> phases, String role, int stage) {
    for (int i = 0; i < phases.size(); i++) {
      if (phases.get(i).has(role)) {
        return i;
      }
    }
    return phases.isEmpty()
        ? stage
        : Math.round((stage - 1) * (phases.size() - 1) / (float) (STAGES - 1));
  }

  /** Each phase's roles start after those of the phase before, and know what they hand over. */
  static List<Role> inWorkflow(List<Role> roles, TeamWorkflow workflow) {
    List<Role> placed = new ArrayList<>(roles);
    List<String> before = List.of();
    for (TypePhase phase : workflow.phases()) {
      List<String> after = before;
      placed.replaceAll(
          role ->
              phase.roles().contains(role.name())
                  ? role.withDuty(duty(role, phase)).startingAfter(after)
                  : role);
      before = phase.roles();
    }
    return placed;
  }

  private static String duty(Role role, TypePhase phase) {
    String over =
        phase.handsOver().isEmpty() ? "" : " At the end you hand over: " + phase.handsOver() + ".";
    return role.duty() + " In the phase " + phase.name() + ": " + phase.goal() + over;
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
