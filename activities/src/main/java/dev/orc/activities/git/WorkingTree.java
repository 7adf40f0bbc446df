package dev.orc.activities.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The files of one checkout, as git's own program sees them: with every filter, attribute and index
 * format that it knows. Thread-safe.
 */
final class WorkingTree {
  private final GitProgram git;
  private final Path root;

  WorkingTree(GitProgram git, Path root) {
    this.git = git;
    this.root = root;
  }

  /** Whether files that git knows are changed; new files do not count. */
  boolean changed() {
    return !changes(1).isEmpty();
  }

  /** The first few changed files that git knows. */
  List<String> changes(int atMost) {
    return names(git.say(root, "status", "--porcelain", "-z", "--untracked-files=no"), atMost);
  }

  /** The first few files with anything that nobody committed, new ones included. */
  List<String> uncommitted(int atMost) {
    return names(git.say(root, "status", "--porcelain", "-z", "--untracked-files=all"), atMost);
  }

  private static List<String> names(String status, int atMost) {
    List<String> names = new ArrayList<>();
    Iterator<String> entries = List.of(status.split("\0", -1)).iterator();
    while (entries.hasNext() && names.size() < atMost) {
      String entry = entries.next();
      if (entry.length() > 3) {
        names.add(entry.substring(3));
        if (entry.charAt(0) == 'R' || entry.charAt(0) == 'C') {
          entries.next(); // the old name of a renamed file
        }
      }
    }
    return names;
  }
}
