package dev.orc.workflows.entity;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.function.Supplier;

/**
 * How an update is refused: what kind it is and why, in one line. A failure's type does not survive
 * the way from a validator to the client, so the message begins with the kind where it is another
 * than {@link #REFUSED}; {@link #kind} and {@link #why} take it apart again.
 */
public final class Refusals {
  /** What was asked makes no sense: a command line exits with 2. */
  public static final String USAGE = "Usage";

  /** Whom or what it is about does not exist: 3. */
  public static final String NOT_FOUND = "NotFound";

  /** It can not be done now: 5. */
  public static final String REFUSED = "Refused";

  private static final String COLON = ": ";

  private Refusals() {}

  /** The kind of a refusal, from its message. */
  public static String kind(String message) {
    if (message.startsWith(USAGE + COLON)) {
      return USAGE;
    }
    return message.startsWith(NOT_FOUND + COLON) ? NOT_FOUND : REFUSED;
  }

  /** The reason alone, from its message. */
  public static String why(String message) {
    String prefix = kind(message) + COLON;
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }

  /**
   * Does what was accepted. What is unexpected then becomes a refusal: any other exception would
   * stop the whole run.
   */
  public static <T> T guard(Supplier<T> act) {
    try {
      return act.get();
    } catch (TemporalFailure known) {
      throw known;
    } catch (RuntimeException unexpected) {
      throw ApplicationFailure.newNonRetryableFailureWithCause(
          "it can not be done: " + unexpected.getMessage(), REFUSED, unexpected);
    }
  }

  public static ApplicationFailure usage(String why) {
    return expected(USAGE + COLON + why, USAGE);
  }

  public static ApplicationFailure notFound(String what) {
    return expected(NOT_FOUND + COLON + what, NOT_FOUND);
  }

  public static ApplicationFailure refused(String why) {
    return expected(why, REFUSED);
  }

  /** Who asked is told, and that is all: no stack trace in the worker's log. */
  private static ApplicationFailure expected(String message, String type) {
    return ApplicationFailure.newBuilder()
        .setMessage(message)
        .setType(type)
        .setNonRetryable(true)
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }
}
