package dev.orc.lab.standin;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A command that the model had its program run.
 *
 * @param result what the program said of it; null as long as it has said nothing
 */
record ToolCall(String command, String result) {
  /** A command that did not run is asked for again: it was cut off, or somebody said no. */
  private static final Pattern NOT_RUN =
      Pattern.compile("interrupted|cancell?ed|aborted by|rejected|doesn't want|was denied");

  boolean ran() {
    return result != null && !NOT_RUN.matcher(result.toLowerCase(Locale.ROOT)).find();
  }
}
