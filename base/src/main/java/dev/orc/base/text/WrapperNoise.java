package dev.orc.base.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks that agents' tools put around commands and that end up in texts. A line that held nothing
 * else goes; every other newline stays. Pure.
 */
final class WrapperNoise {
  private static final String MARK =
      "(?:TMUX_MCP_START|TMUX_MCP_DONE_(?:\\$\\?|\\$\\{\\?\\}|\\d+)|TMUX_MCP_DONE"
          + "|MCP_EXECUTE_(?:START|END)(?:_\\w+)?)";
  private static final String ECHO = "(?:echo\\s++)?[\"']?" + MARK + "[\"']?";

  /** {@code bash -c "…"} around marks: the command inside stays. */
  private static final Pattern SHELL =
      Pattern.compile(
          "(?:/bin/)?(?:ba)?sh -l?c (?<quote>[\"'])(?<inside>[^\\n]*?"
              + MARK
              + "[^\\n]*)\\k<quote>[ \\t]*+(?=\\n|$)");

  /** A mark, its echo, and the separators that bound it to its neighbours. */
  private static final Pattern NOISE =
      Pattern.compile(
          "[ \\t]*+(?:;|&&)?[ \\t]*+(?<![\\w$])" + ECHO + "(?!\\w)[ \\t]*+(?:;|&&)?[ \\t]*+");

  private WrapperNoise() {}

  static String remove(String text) {
    if (!text.contains("TMUX_MCP_") && !text.contains("MCP_EXECUTE_")) {
      return text;
    }
    String unwrapped = SHELL.matcher(text).replaceAll(found -> quoted(found.group(2)));
    StringBuilder clean = new StringBuilder();
    for (String line : unwrapped.split("\n", -1)) {
      appendLine(clean, line);
    }
    return clean.isEmpty() ? "" : clean.substring(0, clean.length() - 1);
  }

  private static String quoted(String inside) {
    return Matcher.quoteReplacement(inside);
  }

  private static void appendLine(StringBuilder clean, String line) {
    Matcher noise = NOISE.matcher(line);
    if (!noise.find()) {
      clean.append(line).append('\n');
      return;
    }
    String rest = noise.replaceAll(" ").strip();
    if (!rest.isEmpty()) {
      clean.append(rest).append('\n');
    }
  }
}
