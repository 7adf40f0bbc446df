package dev.orc.activities.plan.analysis;

import dev.orc.activities.plan.detect.WishedSize;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of a team besides being a good one.
 *
 * @param most how many roles the plan carries, or a person has named
 * @param exactly the roles that a person wants and no others; empty for a free choice
 * @param among those that must be in it
 */
record PlanConditions(int most, List<String> exactly, List<String> among) {
  private static final int THREE_TIERS = 3;

  /** What an answer may name where the plan sets no limit. */
  private static final int UNBOUND = 30;

  /**
   * @param task a review may change the roles that a person named: that is what it is asked for
   */
  static PlanConditions of(TeamPlan plan, TeamWish wish, Task task) {
    List<String> among = canonical(Stream.concat(wish.addRoles().stream(), managers(wish)));
    List<String> exactly =
        wish.roles().isEmpty() || task == Task.REFINE
            ? List.of()
            : canonical(Stream.concat(wish.roles().stream(), among.stream()));
    int named = Math.max(Math.max(exactly.size(), among.size()), wish.roles().size());
    int carried = plan.most() == 0 ? UNBOUND : plan.most();
    int capped =
        Optional.ofNullable(wish.maxSize())
            .flatMap(WishedSize::of)
            .map(cap -> Math.min(cap.most(), carried))
            .orElse(carried);
    return new PlanConditions(Math.max(capped, named), exactly, among);
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
