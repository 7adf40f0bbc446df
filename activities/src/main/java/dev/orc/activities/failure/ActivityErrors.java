package dev.orc.activities.failure;

import dev.orc.workflows.activities.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/** Turns a {@link Refusal} into the failure that a workflow understands. Stateless. */
public final class ActivityErrors {
  private ActivityErrors() {}

  /** Does the work; what is refused fails the activity for good, anything else is tried again. */
  public static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      throw failure(refusal);
    }
  }

  /** The failure that says the same as the refusal. */
  public static ApplicationFailure failure(Refusal refusal) {
    return failure(refusal, FailureTypes.REFUSED, refusal.kind());
  }

  /** The same for something that may be done later: it only failed, whatever it was called. */
  public static ApplicationFailure later(Refusal refusal) {
    return failure(refusal, FailureTypes.LATER, Refusal.Kind.FAILED);
  }

  private static ApplicationFailure failure(Refusal refusal, String type, Refusal.Kind kind) {
    return ApplicationFailure.newNonRetryableFailure(
        refusal.getMessage(), type, refusal.remedy(), kind.exit());
  }
}
