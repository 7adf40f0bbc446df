package dev.orc.activities.agent.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The choices of a question on the screen.
 *
 * @param from the line of the first one; the number of all lines when there is none
 * @param marked which one has the mark; -1 for none
 */
record Choices(List<String> labels, int marked, int from) {
  Choices {
    labels = List.copyOf(labels);
  }

  static Choices read(ScreenLines lines, DriverFile.Menu menu) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Optional<Matcher> option = option(lines, menu, i);
      if (option.isPresent() && option.get().group("mark") != null) {
        return option.get().group("number") == null
            ? byColumn(lines, menu, i)
            : byNumber(lines, menu, i, option.get().start("number"));
      }
    }
    return new Choices(List.of(), -1, lines.size());
  }

  /** Whether that line is a choice with a number. */
  static boolean begins(ScreenLines lines, DriverFile.Menu menu, int line) {
    return option(lines, menu, line).filter(found -> found.group("number") != null).isPresent();
  }

  private static Optional<Matcher> option(ScreenLines lines, DriverFile.Menu menu, int line) {
    return lines.find(menu.option(), line);
  }

  /** The first one has the nearest number 1 at or above the mark; all have theirs in one column. */
  private static Choices byNumber(ScreenLines lines, DriverFile.Menu menu, int mark, int column) {
    int from = mark;
    while (from > 0 && !number(lines, menu, from, column).equals("1")) {
      from--;
    }
    if (!number(lines, menu, from, column).equals("1")) {
      from = mark;
    }
    List<String> labels = new ArrayList<>();
    int marked = -1;
    for (int i = from; i < lines.size(); i++) {
      if (!number(lines, menu, i, column).isEmpty()) {
        marked = i == mark ? labels.size() : marked;
        labels.add(label(lines, menu, i));
      }
    }
    return new Choices(labels, marked, from);
  }

  /** They stand one below the other, and begin in the same column. */
  private static Choices byColumn(ScreenLines lines, DriverFile.Menu menu, int mark) {
    int column = option(lines, menu, mark).orElseThrow().start("label");
    int from = mark;
    while (from > 0 && column(lines, menu, from - 1) == column) {
      from--;
    }
    List<String> labels = new ArrayList<>();
    for (int i = from; i < lines.size() && column(lines, menu, i) == column; i++) {
      labels.add(label(lines, menu, i));
    }
    return new Choices(labels, mark - from, from);
  }

  private static String number(ScreenLines lines, DriverFile.Menu menu, int line, int column) {
    return option(lines, menu, line)
        .filter(found -> found.start("number") == column)
        .map(found -> found.group("number"))
        .orElse("");
  }

  private static int column(ScreenLines lines, DriverFile.Menu menu, int line) {
    return option(lines, menu, line).map(found -> found.start("label")).orElse(-1);
  }

  private static String label(ScreenLines lines, DriverFile.Menu menu, int line) {
    return ScreenReader.line(option(lines, menu, line).orElseThrow().group("label"));
  }
}
