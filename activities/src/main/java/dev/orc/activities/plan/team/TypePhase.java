package dev.orc.activities.plan.team;

import java.util.List;

/**
 * A phase of the work of a type of project, or of a workflow.
 *
 * @param goal what it comes to; empty when that is not said
 * @param roles who works in it
 * @param specialists who else serves in it, and is called when there is need
 * @param handsOver what the next phase gets from it; empty when that is not said
 */
record TypePhase(
    String name, String goal, List<String> roles, List<String> specialists, String handsOver) {
  TypePhase {
    roles = List.copyOf(roles);
    specialists = List.copyOf(specialists);
  }

  /** Whether a role works or serves in it, a second one of it too. */
  boolean has(String role) {
    String base = RoleLibrary.base(role);
    return roles.contains(role)
        || roles.contains(base)
        || specialists.contains(role)
        || specialists.contains(base);
  }

  /** As a person reads it. */
  String line() {
    String works = roles.isEmpty() ? "" : ": " + String.join(", ", roles);
    String serves = specialists.isEmpty() ? "" : "; specialists: " + String.join(", ", specialists);
    return name + works + serves;
  }
}
