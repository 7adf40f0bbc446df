package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks for more roles in a team that is at work.
 *
 * @param roles names of the host's role library, a second one as {@code developer-2}
 * @param task the one task of a temporary agent; null for roles that stay
 * @param driver the program that fills them; null for what is configured
 * @param startsAfter the roles that must be done first; empty for at once
 */
public record TeamAddition(
    String id,
    String by,
    List<String> roles,
    String task,
    String driver,
    List<String> startsAfter) {
  public TeamAddition {
    roles = roles == null ? List.of() : List.copyOf(roles);
    startsAfter = startsAfter == null ? List.of() : List.copyOf(startsAfter);
  }

  /** The same, asked for by somebody else. */
  public TeamAddition by(String other) {
    return new TeamAddition(id, other, roles, task, driver, startsAfter);
  }
}
