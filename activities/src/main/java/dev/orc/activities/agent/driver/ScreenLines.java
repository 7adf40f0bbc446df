package dev.orc.activities.agent.driver;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of a screen as they are read: without escapes, and with blanks of every kind as plain ones.
 * A pattern that names {@code \u00a0} sees the lines as they were printed, for some programs set
 * their own lines apart from a conversation by such a blank. Immutable.
 *
 * @param lines with plain blanks
 * @param printed the same with the blanks that were printed
 */
record ScreenLines(List<String> lines, List<String> printed) {
  /** Colours, links and character sets, as a capture with escapes has them. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\u001b(?:\\[[0-9;:?<=>]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?"
              + "|[()*+][0-9A-Za-z]|[=>78MDEHc])|[\u000e\u000f\r\u200b\ufeff]");

  private static final Pattern BLANKS = Pattern.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]");

  /** So far from the left programs put notes of theirs, and no words of a conversation. */
  private static final int FAR_RIGHT = 30;

  private static final Pattern NO_BREAK = Pattern.compile("\\\\u00[aA]0|\u00a0");

  /** The last lines, blank ones at the end left out. */
  static ScreenLines bottom(String screen, int count) {
    String plain = ESCAPES.matcher(screen).replaceAll("");
    List<String> all = plain.lines().map(ScreenLines::withoutEnd).toList();
    int end = all.size();
    while (end > 0 && all.get(end - 1).isEmpty()) {
      end--;
    }
    return of(all.subList(Math.max(0, end - count), end));
  }

  private static ScreenLines of(List<String> printed) {
    List<String> lines =
        printed.stream().map(line -> BLANKS.matcher(line).replaceAll(" ").stripTrailing()).toList();
    return new ScreenLines(lines, List.copyOf(printed));
  }

  /** {@link String#stripTrailing} leaves U+00A0, which is no white space to Java. */
  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0
        && (Character.isWhitespace(line.charAt(end - 1)) || line.charAt(end - 1) == ' ')) {
      end--;
    }
    return line.substring(0, end);
  }

  int size() {
    return lines.size();
  }

  ScreenLines part(int from, int to) {
    return new ScreenLines(lines.subList(from, to), printed.subList(from, to));
  }

  /** The pattern's first match in that line. */
  Optional<Matcher> find(Pattern pattern, int line) {
    boolean asPrinted = NO_BREAK.matcher(pattern.pattern()).find();
    Matcher matcher = pattern.matcher((asPrinted ? printed : lines).get(line));
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  boolean shows(Pattern pattern, int line) {
    return pattern != null && find(pattern, line).isPresent();
  }

  /**
   * The first match of the pattern in any line, from the bottom up; of one that begins with {@code
   * (?m)} the lowest in all of them together, so that it can say what stands around it.
   */
  Optional<Matcher> find(Pattern pattern) {
    if ((pattern.flags() & Pattern.MULTILINE) != 0) {
      return lowest(pattern.matcher(String.join("\n", lines)));
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      Optional<Matcher> found = find(pattern, i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Matcher> lowest(Matcher matcher) {
    int at = -1;
    while (matcher.find()) {
      at = matcher.start();
    }
    return at >= 0 && matcher.find(at) ? Optional.of(matcher) : Optional.empty();
  }

  boolean showsAny(List<Pattern> patterns) {
    return patterns.stream().anyMatch(pattern -> find(pattern).isPresent());
  }

  /** The last line in the first column; -1 when there is none. */
  int lastInFirstColumn() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        return i;
      }
    }
    return -1;
  }

  /** The line and a few after it up to an empty one, for texts that the program wrapped itself. */
  String unwrapped(int from, int count) {
    return joined(
        lines.subList(from, Math.min(lines.size(), from + count)).stream()
            .takeWhile(line -> !line.isEmpty()));
  }

  /** All lines up to the next empty one, or the next in the first column, as one. */
  String paragraph(int from) {
    return joined(lines.subList(from, paragraphEnd(from)).stream());
  }

  /** The first line behind that paragraph. */
  int paragraphEnd(int from) {
    int end = from + 1;
    while (end < lines.size() && lines.get(end).startsWith(" ")) {
      end++;
    }
    return end;
  }

  /** Whether what follows that paragraph is less indented than its words: no part of the same. */
  boolean standsAlone(int from) {
    int i = paragraphEnd(from);
    while (i < lines.size() && (lines.get(i).isEmpty() || indent(lines.get(i)) > FAR_RIGHT)) {
      i++;
    }
    return i == lines.size() || indent(lines.get(i)) < words(lines.get(from));
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** The column of the first letter or slash behind what a program puts before its lines. */
  private static int words(String line) {
    int i = 0;
    while (i < line.length()
        && !Character.isLetterOrDigit(line.charAt(i))
        && line.charAt(i) != '/') {
      i++;
    }
    return i;
  }

  private static String joined(Stream<String> parts) {
    return parts.map(String::strip).collect(Collectors.joining(" "));
  }
}
