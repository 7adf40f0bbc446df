package dev.orc.workflows.entity;

import dev.orc.workflows.activities.FailureTypes;
import dev.orc.workflows.policy.FailureRules.Hindrance;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;

/**
 * Why the host did not do what it was asked.
 *
 * @param what one line
 * @param remedy one line; null when nobody knows one
 */
public record Trouble(Kind kind, String what, String remedy) {
  public enum Kind {
    /** The host will not, and trying again does not help. */
    REFUSED,
    /** The host will not now; another time it may. */
    NOT_NOW,
    /** It was tried until the tries were used up. */
    FAILED,
    /** Nobody answered until the time was over. */
    SILENT,
    /** The workflow itself took the question back. */
    CANCELED
  }

  public static Trouble of(RuntimeException failure) {
    Throwable cause = failure instanceof ActivityFailure ? failure.getCause() : failure;
    if (cause instanceof CanceledFailure) {
      return new Trouble(Kind.CANCELED, "taken back", null);
    }
    if (cause instanceof ApplicationFailure application) {
      Kind kind = application.isNonRetryable() ? refusal(application) : Kind.FAILED;
      return new Trouble(kind, line(application.getOriginalMessage()), remedy(application));
    }
    Kind kind = cause instanceof TimeoutFailure ? Kind.SILENT : Kind.FAILED;
    return new Trouble(kind, line(cause == null ? null : cause.getMessage()), null);
  }

  public boolean canceled() {
    return kind == Kind.CANCELED;
  }

  public boolean refused() {
    return kind == Kind.REFUSED || kind == Kind.NOT_NOW;
  }

  /** What it says of another try. */
  public Hindrance hindrance() {
    return switch (kind) {
      case REFUSED -> Hindrance.LASTING;
      case SILENT -> Hindrance.SILENCE;
      case NOT_NOW, FAILED, CANCELED -> Hindrance.PASSING;
    };
  }

  private static Kind refusal(ApplicationFailure application) {
    return FailureTypes.LATER.equals(application.getType()) ? Kind.NOT_NOW : Kind.REFUSED;
  }

  private static String remedy(ApplicationFailure application) {
    return application.getDetails().getSize() > 0
        ? application.getDetails().get(0, String.class)
        : null;
  }

  private static String line(String message) {
    return message == null ? "no reason was given" : message.lines().findFirst().orElse("");
  }
}
