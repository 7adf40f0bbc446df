package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.entity.Refusals;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an exception of the Temporal client means to whoever asked. Stateless. */
final class TemporalFailure {
  private static final Set<Status.Code> AWAY =
      EnumSet.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.CANCELLED,
          Status.Code.ABORTED,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.UNKNOWN);

  /**
   * What the server says of a run whose last workflow task has failed, as it does when a worker was
   * killed in it. The next task may go well, so this passes.
   */
  private static final String TASK_FAILED = "Workflow Task in failed state";

  /**
   * What the embedded server says of an update that came while the run ended: the next run has not
   * got it, and takes it when it is asked again.
   */
  private static final Pattern UPDATE_LEFT = Pattern.compile("^update \\S+ not found$");

  private static final String CUT_OFF = "AcceptedUpdateCompletedWorkflow";

  private TemporalFailure() {}

  /** Whether the call may or may not have arrived, so that it is safe and sensible to repeat it. */
  static boolean uncertain(Throwable failure) {
    return failure instanceof WorkflowUpdateException
        ? cutOff(failure)
        : status(failure).filter(AWAY::contains).isPresent()
            || taskFailed(failure)
            || said(failure, Status.Code.NOT_FOUND, UPDATE_LEFT.asPredicate());
  }

  /** An update that the run had taken when it ended, or was set back: the next run says more. */
  private static boolean cutOff(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof ApplicationFailure said && CUT_OFF.equals(said.getType())) {
        return true;
      }
    }
    return false;
  }

  private static boolean taskFailed(Throwable failure) {
    return said(failure, Status.Code.FAILED_PRECONDITION, text -> text.contains(TASK_FAILED));
  }

  private static boolean said(Throwable failure, Status.Code code, Predicate<String> text) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof StatusRuntimeException said
          && said.getStatus().getCode() == code
          && text.test(String.valueOf(said.getStatus().getDescription()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the server knows no such open run. */
  static boolean unknownRun(Throwable failure) {
    return failure instanceof WorkflowNotFoundException
        || status(failure).filter(Status.Code.NOT_FOUND::equals).isPresent();
  }

  /** One line and a remedy. */
  static RuntimeException meaning(String project, RuntimeException failure) {
    return meaning(
        "the orchestration " + project,
        "'orc status " + project + "' shows how it stands",
        failure);
  }

  /**
   * @param what was asked, as a person calls it
   * @param look what shows how it stands
   */
  static RuntimeException meaning(String what, String look, RuntimeException failure) {
    if (failure instanceof Refusal) {
      return failure;
    }
    if (failure instanceof WorkflowUpdateException && !cutOff(failure)) {
      return refused(look, failure);
    }
    if (uncertain(failure)) {
      return status(failure).filter(Status.Code.UNAVAILABLE::equals).isPresent()
          ? new Refusal(
              Refusal.Kind.NO_SERVER, "the Temporal server does not answer", "'orc doctor'")
          : new Refusal(
              Refusal.Kind.NO_SERVER,
              what + " does not answer in time",
              "try again; 'orc doctor' says what is wrong");
    }
    if (failure instanceof WorkflowQueryException) {
      return new Refusal(Refusal.Kind.FAILED, reason(failure), "'orc logs' says more");
    }
    return failure;
  }

  private static Refusal refused(String look, RuntimeException failure) {
    String message = reason(failure);
    return new Refusal(kind(Refusals.kind(message)), Refusals.why(message), look);
  }

  /** As the workflow classed it, so that the command line exits with the right code. */
  private static Refusal.Kind kind(String word) {
    return switch (word) {
      case Refusals.USAGE -> Refusal.Kind.USAGE;
      case Refusals.NOT_FOUND -> Refusal.Kind.NOT_FOUND;
      default -> Refusal.Kind.REFUSED;
    };
  }

  /** The workflow's own words. */
  private static String reason(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof ApplicationFailure said) {
        return said.getOriginalMessage();
      }
    }
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static Optional<Status.Code> status(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof StatusRuntimeException said) {
        return Optional.of(said.getStatus().getCode());
      }
    }
    return Optional.empty();
  }
}
