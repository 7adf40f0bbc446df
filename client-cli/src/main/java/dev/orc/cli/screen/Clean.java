package dev.orc.cli.screen;

/** Takes out of foreign text what could steer a terminal. */
public final class Clean {
  private static final char ESCAPE = '\u001b';
  private static final char CSI = '\u009b';

  private Clean() {}

  /** The text on one line: breaks and tabs become blanks, control and direction marks go. */
  public static String line(String text) {
    return clean(text, false);
  }

  /** The text with its lines kept; control and direction marks go. */
  public static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepBreaks) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t') {
        clean.append(keepBreaks ? c : ' ');
      } else if (c == ESCAPE || c == CSI) {
        i = endOfSequence(text, i);
      } else if (!steers(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /** Where an escape sequence ends: only what belongs to it goes, never the text behind it. */
  private static int endOfSequence(String text, int start) {
    int i = start;
    if (text.charAt(i) == ESCAPE) {
      if (i + 1 == text.length() || text.charAt(i + 1) != '[') {
        return i;
      }
      i++;
    }
    int parameter = i + 1;
    while (parameter < text.length() && isParameter(text.charAt(parameter))) {
      parameter++;
    }
    boolean complete = parameter < text.length() && isFinal(text.charAt(parameter));
    return complete ? parameter : i;
  }

  private static boolean isParameter(char c) {
    return c >= ' ' && c <= '?';
  }

  private static boolean isFinal(char c) {
    return c >= '@' && c <= '~';
  }

  private static boolean steers(char c) {
    return c < ' '
        || c >= 0x7f && c < 0xa0
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c'
        || c == '\ufeff';
  }
}
