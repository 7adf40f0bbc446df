package dev.orc.activities.plan.spec;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The tasks of a Spec Kit directory: {@code - [ ] T001 ...}, ticked when done. Stateless. */
final class TaskList {
  private static final Pattern TASK = Pattern.compile("\\s*[-*+]\\s+\\[[ xX]\\]\\s+\\**T\\d+\\b.*");

  /** The same for grep: any task, wherever it stands on its line. */
  private static final String UNTICKED = "[-*+][[:space:]]+\\[ ?\\][[:space:]]+\\**T[0-9]";

  private static final String TICKED = "[-*+][[:space:]]+\\[[xX]\\][[:space:]]+\\**T[0-9]";

  private TaskList() {}

  /** Whether there is a task in the document. */
  static boolean in(String tasks) {
    ProseLines lines = new ProseLines(tasks);
    while (lines.next()) {
      if (TASK.matcher(lines.line()).matches()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The command line that fails as long as a task is not ticked, and shows which ones.
   *
   * @param file from the repository's root
   */
  static String allTicked(Path file) {
    String quoted = "'" + ("./" + file).replace("'", "'\\''") + "'";
    return "test -r "
        + quoted
        + " || { echo "
        + quoted
        + " is not committed in this repository; exit 1; }; "
        + "if grep -anE '"
        + UNTICKED
        + "' "
        + quoted
        + "; then echo these tasks are not ticked; exit 1; fi; "
        + "grep -aqE '"
        + TICKED
        + "' "
        + quoted
        + " || { echo "
        + quoted
        + " has no ticked task; exit 1; }";
  }
}
