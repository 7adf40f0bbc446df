package dev.orc.activities.yaml;

/** Reads values that more than one file has; what is wrong is said as a fault's two halves. */
public final class Values {
  private Values() {}

  /** {@code true} or {@code false}. */
  public static Boolean yesOrNo(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither; write true or false");
    }
    return Boolean.valueOf(text);
  }

  /** How many tiers a team has. */
  public static Integer tiers(String text) {
    if (!text.equals("2") && !text.equals("3")) {
      throw new IllegalArgumentException("'" + text + "' is no number of tiers; write 2 or 3");
    }
    return Integer.valueOf(text);
  }
}
