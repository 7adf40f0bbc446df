package dev.orc.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks the terminal how wide it is. Thread-safe. */
final class TerminalWidth {
  private TerminalWidth() {}

  /** The columns, or 0 when nobody can say: then the narrowest width serves. */
  static int ask() {
    try {
      Process stty =
          new ProcessBuilder(List.of("stty", "size"))
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
