package dev.orc.cli.branch;

import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.BranchDiff;

/** The line above what a branch changes: whose it is, and how much there is. Stateless. */
final class BranchHead {
  private static final int ABBREVIATED = 8;

  private BranchHead() {}

  static String of(BranchDiff diff) {
    String whose = diff.role() + (diff.branch() == null ? "" : " (" + diff.branch() + ")");
    if (diff.fault() != null) {
      return Clean.line(whose + ": cannot be compared: " + diff.fault());
    }
    if (diff.commits() == 0) {
      return Clean.line(whose + ": nothing that the starting branch lacks");
    }
    return Clean.line(
        whose
            + ": "
            + counted(diff.commits(), "commit")
            + " since "
            + abbreviated(diff.base())
            + ", "
            + counted(diff.files().size(), "file"));
  }

  static String counted(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  static String abbreviated(String commit) {
    return commit.substring(0, Math.min(ABBREVIATED, commit.length()));
  }
}
