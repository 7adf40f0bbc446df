package dev.orc.activities.team;

import java.util.List;
import java.util.Map;

/** What a planner has to know of roles besides what is in a team. Immutable. */
final class RoleFacts {
  private static final List<String> ON_SYSTEMS =
      List.of("monitoringops", "securityops", "databaseops", "networkops");
  private static final Map<String, Integer> STAGES =
      Map.of(
          "researcher",
          1,
          "tester",
          4,
          "testrunner",
          4,
          "code-reviewer",
          4,
          "documentation-writer",
          5,
          "devops",
          5);

  /** The roles that must be in a team with it. */
  List<String> needs(String role) {
    return ON_SYSTEMS.contains(RoleLibrary.base(role)) ? List.of("sysadmin") : List.of();
  }

  /** In which phase it works. */
  int stage(String role) {
    return STAGES.getOrDefault(RoleLibrary.base(role), 3);
  }
}
