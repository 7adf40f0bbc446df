package dev.orc.cli.release;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What nobody committed yet, each as git's two letters and the name. Immutable.
 *
 * @param staged what the next commit would hold
 * @param changed what git knows and would not
 * @param unknown new files that nobody added
 * @param unmerged what a merge left open
 */
record OwnChanges(
    List<String> staged, List<String> changed, List<String> unknown, List<String> unmerged) {

  static OwnChanges of(OwnGit git) {
    // What is only dirty inside a submodule can not be committed here.
    String listing =
        git.say(
            "status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignore-submodules=dirty");
    OwnChanges changes =
        new OwnChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Iterator<String> entries = List.of(listing.split("\0", -1)).iterator();
    while (entries.hasNext()) {
      String entry = entries.next();
      if (entry.length() > 3) {
        changes.sort(entry.charAt(0), entry.charAt(1), entry);
        String letters = entry.substring(0, 2);
        if (letters.contains("R") || letters.contains("C")) {
          entries.next(); // the old name of a renamed file
        }
      }
    }
    return changes;
  }

  boolean nothing() {
    return staged.isEmpty() && changed.isEmpty() && unknown.isEmpty();
  }

  private void sort(char index, char files, String entry) {
    if (index == '?') {
      unknown.add(entry);
    } else if (index == 'U' || files == 'U' || index == files && (index == 'A' || index == 'D')) {
      unmerged.add(entry);
    } else {
      if (index != ' ') {
        staged.add(entry);
      }
      if (files != ' ') {
        changed.add(entry);
      }
    }
  }
}
