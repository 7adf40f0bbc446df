package dev.orc.activities.plan.team;

import dev.orc.base.text.Nearest;
import java.util.Set;
import java.util.TreeSet;

/** The gaps that a role's own part of the brief may have. Pure. */
final class RoleGaps {
  static final Set<String> NAMES =
      Set.of("role", "project", "title", "branch", "starting", "worktree", "hub");

  private RoleGaps() {}

  static String remedy(String gap) {
    return Nearest.to(gap, NAMES)
        .map(near -> "did you mean {{" + near + "}}?")
        .orElse("the placeholders here are " + listed());
  }

  private static String listed() {
    return String.join(
        ", ", new TreeSet<>(NAMES).stream().map(name -> "{{" + name + "}}").toList());
  }
}
