package dev.orc.activities.host.tmux;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes arguments arrive as they are, on each of the ways to a tmux server: as a line of control
 * mode, as arguments of a process, inside a format. Pure.
 */
final class Quoting {
  /** A run of hash signs, with what decides whether tmux unescapes it. */
  private static final Pattern HASHES = Pattern.compile("#++(?!\\[)");

  private Quoting() {}

  /** One line of control mode; the parser of tmux sees every argument as one quoted word. */
  static String line(List<TmuxCommand> commands) {
    List<String> parts = new ArrayList<>();
    for (TmuxCommand command : commands) {
      parts.add(String.join(" ", command.words().stream().map(Quoting::word).toList()));
    }
    return String.join(" ; ", parts);
  }

  /** A word of control mode: printable text in single quotes, all else escaped in double quotes. */
  static String word(String argument) {
    StringBuilder word = new StringBuilder("'");
    for (int at = 0; at < argument.length(); at++) {
      char character = argument.charAt(at);
      if (character == '\'') {
        word.append("'\"'\"'");
      } else if (character < ' ' || character == 0x7f) {
        word.append("'\"").append(octal(requireNotNul(character))).append("\"'");
      } else {
        word.append(character);
      }
    }
    return word.append('\'').toString();
  }

  /** Arguments of a process: a semicolon at the end of one would end the command. */
  static List<String> arguments(List<TmuxCommand> commands) {
    List<String> arguments = new ArrayList<>();
    for (TmuxCommand command : commands) {
      if (!arguments.isEmpty()) {
        arguments.add(";");
      }
      command.words().forEach(word -> arguments.add(argument(word)));
    }
    return arguments;
  }

  private static String argument(String word) {
    word.chars().forEach(character -> requireNotNul((char) character));
    return word.endsWith(";") ? word.substring(0, word.length() - 1) + "\\;" : word;
  }

  /** Text for an argument that tmux expands as a format: it comes out as it went in. */
  static String literalFormat(String text) {
    return HASHES.matcher(text).replaceAll(run -> "#".repeat(2 * run.group().length()));
  }

  private static char requireNotNul(char character) {
    if (character == 0) {
      throw new TmuxException("tmux can not carry a NUL character; leave it out");
    }
    return character;
  }

  private static String octal(char character) {
    return String.format("\\%03o", (int) character);
  }
}
