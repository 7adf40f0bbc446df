package dev.orc.activities.git;

import dev.orc.workflows.model.ChangedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads what {@code git diff-tree -z --raw --numstat} prints, whatever files are called. */
final class ChangedFiles {
  private ChangedFiles() {}

  /** In git's order. */
  static List<ChangedFile> of(String listing) {
    Map<String, ChangedFile> named = new HashMap<>();
    List<ChangedFile> files = new ArrayList<>();
    Iterator<String> parts = List.of(listing.split("\0", -1)).iterator();
    while (parts.hasNext()) {
      String part = parts.next();
      if (part.startsWith(":")) {
        ChangedFile file = change(part, parts);
        named.put(file.path(), file);
      } else if (!part.isEmpty()) {
        files.add(counted(part, parts, named));
      }
    }
    return files;
  }

  /** An entry as {@code :100644 100644 3b18e5 8d1c8b R087}, its names behind it. */
  private static ChangedFile change(String entry, Iterator<String> names) {
    String how = entry.substring(entry.lastIndexOf(' ') + 1, entry.lastIndexOf(' ') + 2);
    boolean two = how.equals("R") || how.equals("C");
    String from = two ? names.next() : null;
    return new ChangedFile(names.next(), from, how, 0, 0, false);
  }

  /** An entry as {@code 12\t3\tname}; a renamed file's names stand behind it. */
  private static ChangedFile counted(
      String entry, Iterator<String> names, Map<String, ChangedFile> named) {
    String[] cells = entry.split("\t", 3);
    String path = cells[2];
    if (path.isEmpty()) {
      names.next();
      path = names.next();
    }
    ChangedFile file = named.get(path);
    boolean binary = cells[0].equals("-");
    return new ChangedFile(
        path,
        file.from(),
        file.how(),
        binary ? 0 : Integer.parseInt(cells[0]),
        binary ? 0 : Integer.parseInt(cells[1]),
        binary);
  }
}
