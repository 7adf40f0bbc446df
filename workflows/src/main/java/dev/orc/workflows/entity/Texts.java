package dev.orc.workflows.entity;

/** Keeps texts from outside short enough to be carried along. Pure. */
public final class Texts {
  private Texts() {}

  /** The text, or as much of its beginning as is allowed; what was cut is marked. */
  public static String cut(String text, int atMost) {
    if (text == null || text.length() <= atMost) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(atMost - 1)) ? atMost - 1 : atMost;
    return text.substring(0, end) + "…";
  }
}
