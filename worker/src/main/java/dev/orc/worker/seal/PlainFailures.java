package dev.orc.worker.seal;

import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.Set;

/**
 * The few failures that travel in the clear: that something was not sealed, for who has no key can
 * not open a sealed answer either, and what the server itself says. All other words that are not
 * sealed are somebody's, and are left out. Stateless.
 */
final class PlainFailures {
  private static final Set<String> KNOWN =
      Set.of(
          NotSealed.class.getSimpleName(),
          UnknownKey.class.getSimpleName(),
          // What the server says to an update of a run that ends.
          "AcceptedUpdateCompletedWorkflow");

  private PlainFailures() {}

  /** What to answer where the seal was the trouble; empty where it was something else. */
  static Optional<Failure> of(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof NotSealed || one instanceof UnknownKey) {
        return Optional.of(plain(one));
      }
    }
    return Optional.empty();
  }

  /** The failure as it is, but for words that a stranger may have written. */
  static Failure withoutForeignWords(Failure failure) {
    Failure.Builder clean = failure.toBuilder();
    if (failure.hasCause()) {
      clean.setCause(withoutForeignWords(failure.getCause()));
    }
    boolean foreign =
        failure.hasApplicationFailureInfo()
            && !failure.hasEncodedAttributes()
            && !known(failure.getApplicationFailureInfo());
    if (foreign) {
      clean.setMessage("a failure that is not sealed by the key of this host").clearStackTrace();
    }
    return clean.build();
  }

  private static Failure plain(Throwable refused) {
    String type = refused.getClass().getSimpleName();
    ApplicationFailure plain =
        refused instanceof NotSealed
            ? ApplicationFailure.newNonRetryableFailure(refused.getMessage(), type)
            : ApplicationFailure.newFailure(refused.getMessage(), type);
    plain.setStackTrace(new StackTraceElement[0]);
    return DefaultDataConverter.STANDARD_INSTANCE.exceptionToFailure(plain);
  }

  private static boolean known(ApplicationFailureInfo info) {
    return KNOWN.contains(info.getType());
  }
}
