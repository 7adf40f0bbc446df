package dev.orc.activities.host.tmux;

import java.util.List;
import java.util.Locale;

/**
 * What the server answered to a batch.
 *
 * @param lines everything that the commands printed, in order
 * @param error why the first that failed did, in one line; null when all was done
 */
record Reply(List<String> lines, String error) {
  Reply {
    lines = List.copyOf(lines);
  }

  static Reply done(List<String> lines) {
    return new Reply(lines, null);
  }

  static Reply failed(String error) {
    return new Reply(List.of(), error.isBlank() ? "tmux failed without saying why" : error.strip());
  }

  boolean ok() {
    return error == null;
  }

  /** Whether no server runs. */
  boolean noServer() {
    return says("no server running", "error connecting to");
  }

  /** The same, or the server went away in the middle, as one does that is just being ended. */
  boolean nobodyThere() {
    return noServer() || says("server exited", "lost server");
  }

  /** Whether the target of the command is not there, or nothing at all is. */
  boolean nothingThere() {
    return nobodyThere() || says("can't find");
  }

  /** Whether the command found that what it was to make is there. */
  boolean duplicate() {
    return says("duplicate session");
  }

  /** The lines; an exception when it failed. */
  List<String> orThrow(String doing) {
    if (ok()) {
      return lines;
    }
    throw new TmuxException("tmux could not " + doing + ": " + error);
  }

  private boolean says(String... texts) {
    if (error == null) {
      return false;
    }
    String lower = error.toLowerCase(Locale.ROOT);
    for (String text : texts) {
      if (lower.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
