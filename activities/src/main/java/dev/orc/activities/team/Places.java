package dev.orc.activities.team;

import dev.orc.workflows.model.Role;
import java.util.List;

/** Puts a role into its place among the others. Stateless. */
final class Places {
  private Places() {}

  /** With these partners and this manager. */
  static Role talking(Role role, List<String> talksTo, String reportsTo) {
    return new Role(
        role.name(),
        role.duty(),
        role.leads(),
        role.checkInMinutes(),
        role.branchPrefix(),
        talksTo,
        role.waitsFor(),
        role.startsAfter(),
        reportsTo,
        role.task(),
        role.program());
  }

  /** Starting when these have handed over. */
  static Role after(Role role, List<String> startsAfter) {
    return new Role(
        role.name(),
        role.duty(),
        role.leads(),
        role.checkInMinutes(),
        role.branchPrefix(),
        role.talksTo(),
        role.waitsFor(),
        startsAfter,
        role.reportsTo(),
        role.task(),
        role.program());
  }
}
