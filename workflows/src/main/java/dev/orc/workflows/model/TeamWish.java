package dev.orc.workflows.model;

import java.util.List;

/**
 * What somebody wants a team to be like; whatever is null or empty the planner decides.
 *
 * @param type of the project, as {@code web_application}
 * @param size small, medium, large or enterprise, or how many roles
 * @param plan pro, max5, max20 or console: how many agents the account can carry
 * @param roles exactly these
 * @param addRoles these besides
 * @param tiers 2 for a lead and its team, 3 for project managers between them; 0 to be decided
 * @param phased whether later roles start only when the earlier ones have handed over
 * @param file absolute path of a team that was exported
 * @param analyze let an agent program read the spec and plan
 * @param refine let an agent program review the team
 * @param maxSize no more roles than such a team has, in the words of {@code size}
 * @param phase the specialists of this phase of the type's besides
 * @param workflow the roles and phases of a workflow that there is, as {@code product-launch}
 * @param mock whether the planner's own answer takes the place of the agent program's
 */
public record TeamWish(
    String type,
    String size,
    String plan,
    List<String> roles,
    List<String> addRoles,
    int tiers,
    boolean phased,
    String file,
    boolean analyze,
    boolean refine,
    String maxSize,
    String phase,
    String workflow,
    boolean mock) {
  public static final TeamWish NONE =
      new TeamWish(null, null, null, List.of(), List.of(), 0, false, null, false, false);

  public TeamWish {
    roles = roles == null ? List.of() : List.copyOf(roles);
    addRoles = addRoles == null ? List.of() : List.copyOf(addRoles);
  }

  /** With no cap but the plan's, no phase, no workflow and no mocked answer. */
  public TeamWish(
      String type,
      String size,
      String plan,
      List<String> roles,
      List<String> addRoles,
      int tiers,
      boolean phased,
      String file,
      boolean analyze,
      boolean refine) {
    this(
        type, size, plan, roles, addRoles, tiers, phased, file, analyze, refine, null, null, null,
        false);
  }

  /** Exactly these roles. */
  public static TeamWish of(List<String> roles) {
    return new TeamWish(null, null, null, roles, List.of(), 0, false, null, false, false);
  }

  /**
   * What is wished here; what it leaves open, the other says. A file says all about a team, a
   * workflow all but the plan, and whoever names type, size or roles does not want the other's
   * roles.
   */
  public TeamWish or(TeamWish other) {
    if (file != null || workflow != null) {
      return file != null ? this : withPlan(plan == null ? other.plan : plan);
    }
    boolean shaped = type != null || size != null || !roles.isEmpty();
    return new TeamWish(
        type == null ? other.type : type,
        size == null ? other.size : size,
        plan == null ? other.plan : plan,
        shaped ? roles : other.roles,
        addRoles.isEmpty() && roles.isEmpty() ? other.addRoles : addRoles,
        tiers == 0 && roles.isEmpty() ? other.tiers : tiers,
        phased || other.phased,
        null,
        analyze || other.analyze,
        refine || other.refine,
        maxSize == null ? other.maxSize : maxSize,
        phase,
        null,
        mock);
  }

  /** Whether somebody besides the planner has a say. */
  public boolean advised() {
    return analyze || refine;
  }

  /** Whether an agent program is to be asked, which may take many minutes. */
  public boolean asksAgent() {
    return advised() && !mock;
  }

  /** The same with exactly these roles. */
  public TeamWish withRoles(List<String> named) {
    return new TeamWish(
        type, size, plan, named, addRoles, tiers, phased, file, analyze, refine, maxSize, phase,
        workflow, mock);
  }

  private TeamWish withPlan(String named) {
    return new TeamWish(
        type, size, named, roles, addRoles, tiers, phased, file, analyze, refine, maxSize, phase,
        workflow, mock);
  }
}
