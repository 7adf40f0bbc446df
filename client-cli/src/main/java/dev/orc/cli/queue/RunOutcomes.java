package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.GivenArguments;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What orchestrations have come to, as the host keeps it. Stateless. */
final class RunOutcomes {
  private RunOutcomes() {}

  /** Those that ended within the time that {@code --since} names, the oldest first. */
  static List<Completed> since(GivenArguments given, ApiClient api, Instant now) {
    Duration time = given.time("--since");
    String path =
        "/v1/completed"
            + (time == null ? "" : "?since=" + ApiClient.part(now.minus(time).toString()));
    return api.list(Completed.class, path).stream()
        .sorted(Comparator.comparing(Completed::endedAt))
        .toList();
  }

  static Duration took(Completed run) {
    boolean known = run.startedAt() != null && run.endedAt() != null;
    return known ? Duration.between(run.startedAt(), run.endedAt()) : Duration.ZERO;
  }

  static Totals totals(Completed run) {
    return run.totals() == null ? Totals.NONE : run.totals();
  }

  static int attempt(Completed run) {
    return run.batch() == null ? 1 : run.batch().attempt();
  }

  /** A kind of failure as people read it: {@code crash loop}; a hyphen when there is none. */
  static String kind(FailureKind failure) {
    return failure == null ? "-" : failure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
