package dev.orc.base.text;

import java.util.regex.Pattern;

/** The sequences with which a text would command a terminal. Pure. */
final class EscapeSequences {
  /**
   * Strings (OSC, DCS, SOS, PM, APC) up to their terminator, or to the end of the line when it is
   * missing; then CSI; then the short ones.
   */
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])"
              + "[^\u0007\u001b\u009c\n\r]*+(?:\u0007|\u001b\\\\|\u009c)?"
              + "|(?:\u001b\\[|\u009b)[0-?]*+[ -/]*+[@-~]?"
              + "|\u001b[ -/]*+[0-~]?");

  private EscapeSequences() {}

  /** The text without them, each gone as a whole. */
  static String remove(String text) {
    return SEQUENCE.matcher(text).replaceAll("");
  }
}
