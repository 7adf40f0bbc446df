package dev.orc.workflows.project;

import io.temporal.failure.ApplicationFailure;

/** How an update is refused: the type says what kind it is, the message why, in one line. */
public final class Refusals {
  /** What was asked makes no sense: a command line exits with 2. */
  public static final String USAGE = "Usage";

  /** Whom or what it is about does not exist: 3. */
  public static final String NOT_FOUND = "NotFound";

  /** It can not be done now: 5. */
  public static final String REFUSED = "Refused";

  private Refusals() {}

  static ApplicationFailure usage(String why) {
    return ApplicationFailure.newNonRetryableFailure(why, USAGE);
  }

  static ApplicationFailure notFound(String what) {
    return ApplicationFailure.newNonRetryableFailure(what, NOT_FOUND);
  }

  static ApplicationFailure refused(String why) {
    return ApplicationFailure.newNonRetryableFailure(why, REFUSED);
  }
}
