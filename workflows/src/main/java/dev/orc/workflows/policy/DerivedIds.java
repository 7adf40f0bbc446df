package dev.orc.workflows.policy;

/** Ids of messages that follow from other ids, so that a repetition makes the same ones. */
public final class DerivedIds {
  private static final int LONGEST = 100;

  private DerivedIds() {}

  /** The id, a slash and the suffix; what would be too long is shortened, and stays unique. */
  public static String under(String id, String suffix) {
    String whole = id + "/" + suffix;
    if (whole.length() <= LONGEST) {
      return whole;
    }
    String digest = Integer.toHexString(whole.hashCode());
    return whole.substring(0, LONGEST - digest.length() - 1) + "#" + digest;
  }
}
