package dev.orc.workflows.model;

import java.util.List;

/**
 * A team with the reasons for it.
 *
 * @param type of the project
 * @param confidence how sure the type is, from 0 to 1; 1 when it was given
 * @param typeReasons what it was told by, one line each
 * @param size small, medium, large or enterprise
 * @param sizeReason one line
 * @param plan pro, max5, max20 or console
 * @param most how many roles the plan carries; 0 when it sets no limit
 * @param source planner, analysis, file or roles: where the choice of roles came from
 * @param choices every role that was thought of, in the order of the team, those left out last
 * @param notes what a person should know besides, as why an analysis was not used
 */
public record TeamPlan(
    String type,
    double confidence,
    List<String> typeReasons,
    String size,
    String sizeReason,
    String plan,
    int most,
    String source,
    List<RoleChoice> choices,
    List<String> notes,
    Team team) {
  public TeamPlan {
    typeReasons = typeReasons == null ? List.of() : List.copyOf(typeReasons);
    choices = choices == null ? List.of() : List.copyOf(choices);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }
}
