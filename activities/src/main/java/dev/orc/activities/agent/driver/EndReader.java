package dev.orc.activities.agent.driver;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a program has ended, as the last line of its screen shows. Pure. */
final class EndReader {
  /** What tmux writes into a pane that it keeps after its program's end. */
  private static final Pattern DEAD_PANE = Pattern.compile("^Pane is dead(?: \\(.*)?$");

  /** A shell that waits for a command, with nothing behind its prompt. */
  private static final Pattern SHELL =
      Pattern.compile(
          "^(?:\\([\\w.-]+\\) )?(?:[\\w.-]+@[\\w.-]+ [~/]\\S*|\\[[\\w.-]+@[^\\]]+\\]|[\\w.@:~/+-]*)"
              + " ?(?:[$#]|(?<!\\d)%)$");

  private EndReader() {}

  static boolean ended(ScreenLines lines, List<Pattern> marks) {
    if (lines.size() == 0) {
      return false;
    }
    ScreenLines last = lines.part(lines.size() - 1, lines.size());
    return last.shows(DEAD_PANE, 0) || last.shows(SHELL, 0) || last.showsAny(marks);
  }
}
