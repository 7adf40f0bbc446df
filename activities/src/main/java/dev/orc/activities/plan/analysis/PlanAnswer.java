package dev.orc.activities.plan.analysis;

import dev.orc.workflows.model.TeamPlan;
import java.util.List;
import java.util.Optional;

/**
 * What an agent program answered, once it was found right.
 *
 * @param phases in their order; a role is in one of them at most
 * @param leftOut whom a review leaves out, and why
 * @param risks what may go wrong, one line each
 */
record PlanAnswer(
    String type,
    String size,
    List<Stage> phases,
    List<Chosen> roles,
    List<Chosen> leftOut,
    List<String> risks) {
  PlanAnswer {
    phases = List.copyOf(phases);
    roles = List.copyOf(roles);
    leftOut = List.copyOf(leftOut);
    risks = List.copyOf(risks);
  }

  /** A part of the work whose roles start when those of the part before are done. */
  record Stage(String name, List<String> roles, String goal) {
    public Stage {
      roles = List.copyOf(roles);
    }
  }

  record Chosen(String role, String why) {}

  /** What a planner's own plan says, as an answer. */
  static PlanAnswer of(TeamPlan plan) {
    return new PlanAnswer(
        plan.type(), plan.size(), List.of(), chosen(plan, true), chosen(plan, false), List.of());
  }

  private static List<Chosen> chosen(TeamPlan plan, boolean taken) {
    return plan.choices().stream()
        .filter(choice -> choice.taken() == taken)
        .map(choice -> new Chosen(choice.role(), choice.why()))
        .toList();
  }

  /** Why a role is left out; empty when the answer does not say. */
  Optional<String> whyLeftOut(String role) {
    return leftOut.stream().filter(one -> one.role().equals(role)).map(Chosen::why).findFirst();
  }

  List<String> names() {
    return roles.stream().map(Chosen::role).toList();
  }
}
