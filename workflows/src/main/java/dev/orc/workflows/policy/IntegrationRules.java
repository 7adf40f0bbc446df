package dev.orc.workflows.policy;

/** Whether work that could not be integrated is tried once more. */
public final class IntegrationRules {
  /** So often the same work may fail in a row. */
  public static final int FAILURES = 3;

  private IntegrationRules() {}

  /**
   * Whether a claim that the work is complete is tried. Nobody tries the same work for ever while
   * people sleep; what is new is tried, and a person's word always counts.
   *
   * @param failures in a row, of the work as it was at the last of them
   * @param newCommits whether anybody has committed since then
   * @param byPerson whether a person asks for it
   */
  public static boolean tries(int failures, boolean newCommits, boolean byPerson) {
    return byPerson || newCommits || failures < FAILURES;
  }

  /** Whether so many failures in a row are told to a person. */
  public static boolean needsPerson(int failures) {
    return failures >= FAILURES;
  }
}
