package dev.orc.base.text;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Takes out of a text what is not text, before an agent or a terminal gets it. Pure. */
public final class CleanText {
  private static final Pattern LINE_END = Pattern.compile("\r\n?");
  private static final Pattern LINES = Pattern.compile("[\\n\u0085\u2028\u2029]+");

  private CleanText() {}

  /**
   * For an agent's composer: newlines and tabs stay; escape sequences, other control characters,
   * marks that reverse the reading direction and the wrapper noise of agents' tools go.
   */
  public static String forAgent(String text) {
    return WrapperNoise.remove(printable(text));
  }

  /** For a terminal, several lines: newlines and tabs stay, all else that is not printable goes. */
  public static String forTerminal(String text) {
    return printable(text);
  }

  /** For one line of a terminal, a log or a table: line breaks and tabs become single blanks. */
  public static String oneLine(String text) {
    return LINES.matcher(printable(text)).replaceAll(" ").replace('\t', ' ').strip();
  }

  /** One clean line of at most so many characters; what was cut is marked. */
  public static String oneLine(String text, int atMost) {
    String line = oneLine(text);
    int length = line.codePointCount(0, line.length());
    return length <= atMost
        ? line
        : line.substring(0, line.offsetByCodePoints(0, atMost - 1)) + "\u2026";
  }

  private static String printable(String text) {
    String lines = LINE_END.matcher(EscapeSequences.remove(text)).replaceAll("\n");
    return keep(lines, CleanText::isText);
  }

  private static boolean isText(int character) {
    return character == '\n'
        || character == '\t'
        || !(Character.isISOControl(character)
            || isDirection(character)
            || Character.getType(character) == Character.SURROGATE);
  }

  /** Overrides, embeddings and isolates: they can make a text read as another. */
  private static boolean isDirection(int character) {
    return (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }

  private static String keep(String text, IntPredicate wanted) {
    return text.codePoints()
        .filter(wanted)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
