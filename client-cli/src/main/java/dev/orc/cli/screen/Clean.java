package dev.orc.cli.screen;

/** Takes out of foreign text what could steer a terminal. */
public final class Clean {
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
      } else if (!steers(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
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
