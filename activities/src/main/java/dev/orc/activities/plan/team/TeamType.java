package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.ProjectType;
import dev.orc.activities.plan.detect.Sign;
import dev.orc.workflows.model.TypeCard;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type of project as its file says: what it is told by, and the team that it gets.
 *
 * @param about in a few words
 * @param core who is in the team, in the order in which they are launched
 * @param keep the same roles, those first that stay when there is room for fewer
 * @param optional who comes when there is room for more
 * @param more who comes after those, when the size still wants more
 * @param dependencies which roles a role needs here, over what the role's own file says
 * @param conditions who comes only when the project calls for it, if not in the core
 * @param lanes whose work goes on to whom: by role, those that take it up
 * @param phases of the work, in their order
 * @param origin {@code bundled}, or the file that it comes from
 */
record TeamType(
    ProjectType project,
    String about,
    List<String> core,
    List<String> keep,
    List<String> optional,
    List<String> more,
    Map<String, List<String>> dependencies,
    List<RoleCondition> conditions,
    Map<String, List<String>> lanes,
    List<TypePhase> phases,
    String origin) {
  TeamType {
    core = List.copyOf(core);
    keep = List.copyOf(keep);
    optional = List.copyOf(optional);
    more = List.copyOf(more);
    dependencies = new LinkedHashMap<>(dependencies);
    conditions = List.copyOf(conditions);
    lanes = new LinkedHashMap<>(lanes);
    phases = List.copyOf(phases);
  }

  /** Its word. */
  String type() {
    return project.word();
  }

  /** What a role needs here; empty when only the role's own file has a say. */
  Optional<List<String>> needs(String role) {
    return Optional.ofNullable(dependencies.get(role))
        .or(() -> Optional.ofNullable(dependencies.get(RoleLibrary.base(role))));
  }

  /** Those of the team whose work a role takes up, besides what the role's own file says. */
  List<String> before(String role, List<String> team) {
    String base = RoleLibrary.base(role);
    Set<String> before = new LinkedHashSet<>();
    lanes.forEach(
        (giver, takers) -> {
          if (takers.contains(role) || takers.contains(base)) {
            team.stream()
                .filter(name -> name.equals(giver) || RoleLibrary.base(name).equals(giver))
                .filter(name -> !RoleLibrary.base(name).equals(base))
                .forEach(before::add);
          }
        });
    return List.copyOf(before);
  }

  boolean conditional(String role) {
    return conditions.stream().anyMatch(condition -> condition.role().equals(role));
  }

  /** As a person wants to see it. */
  TypeCard card() {
    return new TypeCard(
        type(),
        about,
        project.alsoCalled(),
        project.signs().stream().map(Sign::line).toList(),
        core,
        optional,
        more,
        lines(dependencies, " needs "),
        conditions.stream().map(RoleCondition::line).toList(),
        lines(lanes, " to "),
        phases.stream().map(TypePhase::line).toList(),
        origin);
  }

  private static List<String> lines(Map<String, List<String>> map, String between) {
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + between + String.join(", ", entry.getValue()))
        .toList();
  }
}
