package dev.orc.activities.analysis;

import java.util.List;

/**
 * What an agent program answered, once it was found right.
 *
 * @param phases in their order; a role is in one of them at most
 * @param risks what may go wrong, one line each
 */
record Answer(
    String type, String size, List<Stage> phases, List<Chosen> roles, List<String> risks) {
  Answer {
    phases = List.copyOf(phases);
    roles = List.copyOf(roles);
    risks = List.copyOf(risks);
  }

  /** A part of the work whose roles start when those of the part before are done. */
  record Stage(String name, List<String> roles, String goal) {
    public Stage {
      roles = List.copyOf(roles);
    }
  }

  record Chosen(String role, String why) {}

  List<String> names() {
    return roles.stream().map(Chosen::role).toList();
  }
}
