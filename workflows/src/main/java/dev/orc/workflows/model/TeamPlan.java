package dev.orc.workflows.model;

import java.util.List;
import java.util.stream.Stream;

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
 * @param source planner, analysis, file, roles or workflow: where the choice of roles came from
 * @param choices every role that was thought of, in the order of the team, those left out last
 * @param notes what a person should know besides, as why an analysis was not used
 * @param offers specialists that serve in the phases of such a project and could be added
 * @param cost what the team is expected to cost; null when nobody has looked
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
    Team team,
    List<RoleOffer> offers,
    PlanCost cost) {
  public TeamPlan {
    typeReasons = typeReasons == null ? List.of() : List.copyOf(typeReasons);
    choices = choices == null ? List.of() : List.copyOf(choices);
    notes = notes == null ? List.of() : List.copyOf(notes);
    offers = offers == null ? List.of() : List.copyOf(offers);
  }

  /** Without offers, and nobody has looked what it costs. */
  public TeamPlan(
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
    this(
        type,
        confidence,
        typeReasons,
        size,
        sizeReason,
        plan,
        most,
        source,
        choices,
        notes,
        team,
        List.of(),
        null);
  }

  /** The same, and a person is told this besides. */
  public TeamPlan withNote(String note) {
    return with(team, Stream.concat(notes.stream(), Stream.of(note)).toList(), offers, cost);
  }

  public TeamPlan withOffers(List<RoleOffer> made) {
    return with(team, notes, made, cost);
  }

  public TeamPlan withCost(PlanCost expected) {
    return with(team, notes, offers, expected);
  }

  /** The same choice with the roles in other places. */
  public TeamPlan withTeam(Team placed) {
    return with(placed, notes, offers, cost);
  }

  private TeamPlan with(Team placed, List<String> told, List<RoleOffer> made, PlanCost expected) {
    return new TeamPlan(
        type,
        confidence,
        typeReasons,
        size,
        sizeReason,
        plan,
        most,
        source,
        choices,
        told,
        placed,
        made,
        expected);
  }
}
