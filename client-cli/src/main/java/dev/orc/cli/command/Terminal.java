package dev.orc.cli.command;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What the standard streams are. The launcher knows it without a fork and says it in properties;
 * without the launcher nothing counts as a terminal. How large it is costs a process, so only who
 * draws asks for it. Not thread-safe.
 */
public final class Terminal {
  public static final int NARROWEST = 80;

  /** No terminal at all, 80 columns. */
  public static final Terminal NONE = new Terminal(false, false, false, () -> TerminalSize.UNKNOWN);

  private final boolean in;
  private final boolean out;
  private final boolean colour;
  private final Supplier<TerminalSize> ask;
  private TerminalSize size;

  private Terminal(boolean in, boolean out, boolean colour, Supplier<TerminalSize> ask) {
    this.in = in;
    this.out = out;
    this.colour = colour;
    this.ask = ask;
  }

  /** Reads the launcher's properties and the environment. */
  public static Terminal of(Map<String, String> environment) {
    boolean out = Boolean.getBoolean("orc.terminal.out");
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    int columns = number(environment.getOrDefault("COLUMNS", ""));
    return new Terminal(
        Boolean.getBoolean("orc.terminal.in"),
        out,
        out && !plain,
        () -> {
          TerminalSize asked = out ? TerminalSize.ask() : TerminalSize.UNKNOWN;
          return columns == 0 ? asked : new TerminalSize(asked.rows(), columns);
        });
  }

  /** A terminal without colours, of a size that is known. */
  public static Terminal sized(int columns, int rows) {
    return new Terminal(true, true, false, () -> new TerminalSize(rows, columns));
  }

  /** Whether standard input is a terminal. */
  public boolean in() {
    return in;
  }

  /** Whether standard output is a terminal. */
  public boolean out() {
    return out;
  }

  /** Whether colours are wanted. */
  public boolean colour() {
    return colour;
  }

  /** The width to draw for. */
  public int columns() {
    return Math.max(NARROWEST, size().columns());
  }

  /** The width of what a program may read on: as good as endless where there is no terminal. */
  public int room() {
    return out || size().columns() > 0 ? columns() : Integer.MAX_VALUE;
  }

  /** The height to draw for; as good as endless where there is no terminal. */
  public int rows() {
    return size().rows() == 0 ? Integer.MAX_VALUE : size().rows();
  }

  private TerminalSize size() {
    if (size == null) {
      size = ask.get();
    }
    return size;
  }

  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 5;
    return digits && text.chars().allMatch(Character::isDigit) ? Integer.parseInt(text) : 0;
  }
}
