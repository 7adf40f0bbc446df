package dev.orc.workflows.model;

import java.util.List;

/**
 * What somebody wants a team to be like; whatever is null or empty the planner decides.
 *
 * @param type of the project, as {@code web_application}
 * @param size small, medium, large or enterprise
 * @param plan pro, max5, max20 or console: how many agents the account can carry
 * @param roles exactly these
 * @param addRoles these besides
 * @param tiers 2 for a lead and its team, 3 for project managers between them; 0 to be decided
 * @param phased whether later roles start only when the earlier ones have handed over
 * @param file absolute path of a team that was exported
 * @param analyze let an agent program read the spec and plan
 * @param refine let an agent program review the team
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
    boolean refine) {
  public static final TeamWish NONE =
      new TeamWish(null, null, null, List.of(), List.of(), 0, false, null, false, false);

  public TeamWish {
    roles = roles == null ? List.of() : List.copyOf(roles);
    addRoles = addRoles == null ? List.of() : List.copyOf(addRoles);
  }

  /** Exactly these roles. */
  public static TeamWish of(List<String> roles) {
    return new TeamWish(null, null, null, roles, List.of(), 0, false, null, false, false);
  }

  /**
   * What is wished here; what it leaves open, the other says. A file says all about a team, and
   * whoever names type, size or roles does not want the other's roles.
   */
  public TeamWish or(TeamWish other) {
    if (file != null) {
      return this;
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
        refine || other.refine);
  }

  /** Whether an agent program is to be asked, which may take many minutes. */
  public boolean asksAgent() {
    return analyze || refine;
  }
}
