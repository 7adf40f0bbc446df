package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.ApiError;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer. Stateless. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static ApiAnswer answer(Throwable failure) {
    if (failure instanceof ConfigFaults faults) {
      return faulty(faults);
    }
    if (failure instanceof Refusal refusal) {
      return refused(refusal);
    }
    if (failure instanceof IllegalArgumentException wrong) {
      return answer(Refusal.Kind.USAGE, line(wrong), "correct the request");
    }
    LOG.error("a request failed", failure);
    return answer(
        Refusal.Kind.FAILED,
        "the worker failed: " + failure.getClass().getSimpleName(),
        "'orc logs worker' says more");
  }

  static ApiAnswer unauthorized(String what) {
    return ApiAnswer.json(
        401, new ApiError(5, what, "use the token of api.json in the state folder"));
  }

  /** Whoever corrects a file wants to know all that is wrong in it. */
  private static ApiAnswer faulty(ConfigFaults faults) {
    List<String> lines = faults.getMessage().lines().toList();
    return ApiAnswer.json(
        status(faults.kind()),
        new ApiError(
            faults.kind().exit(), lines.get(0), faults.remedy(), lines.subList(1, lines.size())));
  }

  private static ApiAnswer refused(Refusal refusal) {
    return answer(refusal.kind(), line(refusal), refusal.remedy());
  }

  private static ApiAnswer answer(Refusal.Kind kind, String error, String remedy) {
    return ApiAnswer.json(status(kind), new ApiError(kind.exit(), error, remedy));
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case FAILED -> 500;
      case USAGE -> 400;
      case NOT_FOUND -> 404;
      case NO_SERVER -> 503;
      case REFUSED -> 409;
    };
  }

  private static String line(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
