package dev.orc.activities.analysis;

import dev.orc.activities.team.RoleLibrary;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of a team besides being a good one.
 *
 * @param most how many roles the plan carries, or a person has named
 * @param exactly the roles that a person wants and no others; empty for a free choice
 * @param among those that must be in it
 */
record Asked(int most, List<String> exactly, List<String> among) {
  private static final int THREE_TIERS = 3;

  static Asked of(TeamPlan plan, TeamWish wish) {
    List<String> among = canonical(Stream.concat(wish.addRoles().stream(), managers(wish)));
    List<String> exactly =
        wish.roles().isEmpty()
            ? List.of()
            : canonical(Stream.concat(wish.roles().stream(), among.stream()));
    int named = Math.max(exactly.size(), among.size());
    return new Asked(Math.max(plan.most(), named), exactly, among);
  }

  /** Without one there is no middle tier. */
  private static Stream<String> managers(TeamWish wish) {
    boolean wanted = wish.tiers() == THREE_TIERS && wish.roles().isEmpty();
    return wanted ? Stream.of("project-manager") : Stream.empty();
  }

  private static List<String> canonical(Stream<String> names) {
    return names.map(RoleLibrary::canonical).distinct().toList();
  }
}
