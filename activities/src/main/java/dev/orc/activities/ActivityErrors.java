package dev.orc.activities;

import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/** Turns a {@link Refusal} into the failure that a workflow understands. Stateless. */
public final class ActivityErrors {
  /** The failure's type; its first detail is the remedy, its second the exit code. */
  public static final String REFUSED = "Refused";

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
    return ApplicationFailure.newNonRetryableFailure(
        refusal.getMessage(), REFUSED, refusal.remedy(), refusal.kind().exit());
  }
}
