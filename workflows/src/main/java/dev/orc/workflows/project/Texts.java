package dev.orc.workflows.project;

/** Keeps texts from outside short enough to be carried along. Pure. */
final class Texts {
  private Texts() {}

  /** The text, or as much of its beginning as is allowed; what was cut is marked. */
  static String cut(String text, int atMost) {
    if (text == null || text.length() <= atMost) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(atMost - 1)) ? atMost - 1 : atMost;
    return text.substring(0, end) + "…";
  }
}
