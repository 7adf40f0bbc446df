package dev.orc.cli.command;

import java.util.Map;

/**
 * What the standard streams are. The launcher knows it without a fork and says it in properties;
 * without the launcher nothing counts as a terminal.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is one
 * @param colour whether colours are wanted
 * @param columns the width to draw for
 */
public record Terminal(boolean in, boolean out, boolean colour, int columns) {
  public static final int NARROWEST = 80;

  /** No terminal at all, 80 columns. */
  public static final Terminal NONE = new Terminal(false, false, false, NARROWEST);

  /** Reads the launcher's properties and the environment. */
  public static Terminal of(Map<String, String> environment) {
    boolean in = Boolean.getBoolean("orc.terminal.in");
    boolean out = Boolean.getBoolean("orc.terminal.out");
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return new Terminal(in, out, out && !plain, columns(environment, out));
  }

  private static int columns(Map<String, String> environment, boolean terminal) {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (!columns.isEmpty()
        && columns.length() < 5
        && columns.chars().allMatch(Character::isDigit)) {
      return Math.max(NARROWEST, Integer.parseInt(columns));
    }
    return terminal ? Math.max(NARROWEST, TerminalWidth.ask()) : NARROWEST;
  }
}
