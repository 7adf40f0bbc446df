package dev.orc.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How large the terminal is; zeros when nobody can say. */
record TerminalSize(int rows, int columns) {
  static final TerminalSize UNKNOWN = new TerminalSize(0, 0);

  /** Asks the terminal that standard input is. */
  static TerminalSize ask() {
    try {
      Process stty =
          new ProcessBuilder(List.of("stty", "size"))
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      int blank = answer.indexOf(' ');
      return blank < 0
          ? UNKNOWN
          : new TerminalSize(
              Integer.parseInt(answer.substring(0, blank)),
              Integer.parseInt(answer.substring(blank + 1)));
    } catch (IOException | NumberFormatException e) {
      return UNKNOWN;
    }
  }
}
