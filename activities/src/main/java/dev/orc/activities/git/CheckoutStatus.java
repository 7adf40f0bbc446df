package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A checkout as one run of {@code git status} sees it. Immutable.
 *
 * @param branch the short name of the branch that it is on; null when detached
 * @param head the commit that it stands on
 * @param uncommitted the files with anything that nobody committed, new ones included
 */
record CheckoutStatus(String branch, String head, List<String> uncommitted) {
  private static final String OID = "# branch.oid ";
  private static final String BRANCH = "# branch.head ";

  /** Empty where git can not work with it, or where its branch has no commit. */
  static Optional<CheckoutStatus> of(GitProgram git, Path path) {
    Ended ended =
        git.attempt(path, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all");
    return ended.well() ? read(ended.out()) : Optional.empty();
  }

  private static Optional<CheckoutStatus> read(String listing) {
    String head = "";
    String branch = null;
    List<String> files = new ArrayList<>();
    Iterator<String> entries = List.of(listing.split("\0", -1)).iterator();
    while (entries.hasNext()) {
      String entry = entries.next();
      if (entry.startsWith(OID)) {
        head = entry.substring(OID.length());
      } else if (entry.startsWith(BRANCH)) {
        branch = entry.substring(BRANCH.length());
      } else if (!entry.isEmpty() && entry.charAt(0) != '#') {
        files.add(file(entry));
        if (entry.charAt(0) == '2') {
          entries.next(); // the old name of a renamed file
        }
      }
    }
    return head.isEmpty() || head.startsWith("(")
        ? Optional.empty()
        : Optional.of(new CheckoutStatus("(detached)".equals(branch) ? null : branch, head, files));
  }

  /** The name behind as many cells as the kind of entry has. */
  private static String file(String entry) {
    int cells =
        switch (entry.charAt(0)) {
          case '1' -> 9;
          case '2' -> 10;
          case 'u' -> 11;
          default -> 2;
        };
    String[] split = entry.split(" ", cells);
    return split[split.length - 1];
  }
}
