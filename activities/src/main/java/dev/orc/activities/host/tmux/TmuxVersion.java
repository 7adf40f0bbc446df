package dev.orc.activities.host.tmux;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of tmux, as {@code 3.3a}.
 *
 * @param text as tmux writes it, without its name
 */
record TmuxVersion(String text, int major, int minor) {
  private static final Pattern NUMBERED = Pattern.compile("(?:next-|openbsd-)?(\\d+)\\.(\\d+).*");

  /** Reads {@code tmux -V}; a version without a number (a build from the sources) is the newest. */
  static TmuxVersion parse(String answer) {
    String text = answer.strip().replaceFirst("^tmux ", "");
    Matcher numbered = NUMBERED.matcher(text);
    return numbered.matches()
        ? new TmuxVersion(
            text, Integer.parseInt(numbered.group(1)), Integer.parseInt(numbered.group(2)))
        : new TmuxVersion(text, Integer.MAX_VALUE, 0);
  }

  /** The version itself; an exception that says what to do when it is too old. */
  TmuxVersion requireUsable() {
    if (major < 3 || (major == 3 && minor < 2)) {
      throw new TmuxException("tmux " + text + " is too old: install tmux 3.2 or newer");
    }
    return this;
  }
}
