package dev.orc.lab.standin;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the model does next. */
sealed interface Move {
  /** How long it thinks before. */
  Duration thinks();

  /** Closing words: the turn is over. */
  record Say(String text, Duration thinks) implements Move {}

  /**
   * Has the program run a command.
   *
   * @param beyond asks for more than the program may do by itself, where it has a way to ask
   */
  record Run(String command, boolean beyond, Duration thinks) implements Move {}

  /** Has the program write a file, by its own tool for that. */
  record Write(String file, List<String> lines, Duration thinks) implements Move {
    /** How a call of such a tool is noted. */
    static String told(String file) {
      return "write " + file;
    }

    String text() {
      return String.join("\n", lines) + "\n";
    }

    /**
     * The same by the shell, for a program that has no tool of its own, or asks before it is used.
     */
    Run asRun() {
      String words = lines.stream().map(Write::quoted).collect(Collectors.joining(" "));
      return new Run("printf '%s\\n' " + words + " > " + file, false, thinks);
    }

    private static String quoted(String line) {
      return "'" + line.replace("'", "'\\''") + "'";
    }
  }
}
