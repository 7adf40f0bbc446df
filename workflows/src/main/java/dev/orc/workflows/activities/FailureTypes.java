package dev.orc.workflows.activities;

/**
 * What the failures are called that activities end with for good. The first detail of each is the
 * remedy, the second the exit code of a command line.
 */
public final class FailureTypes {
  /** It is not done, and asking again does not help. */
  public static final String REFUSED = "Refused";

  /** It can not be done now, and may well be later: a full disk, a repository that is held. */
  public static final String LATER = "Later";

  private FailureTypes() {}
}
