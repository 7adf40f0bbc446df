package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened on this host since some moment: what it keeps of ends, what Temporal lists besides,
 * what runs, and the batches, put together. Thread-safe.
 */
final class NightResource {
  /** Between the end that an orchestration tells, and that of its run. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final HostServices host;
  private final String hostName;
  private final Orchestrations orchestrations;
  private final Statuses statuses;
  private final Batches batches;
  private final Clock clock;

  NightResource(
      HostServices host,
      String hostName,
      Orchestrations orchestrations,
      Statuses statuses,
      Batches batches,
      Clock clock) {
    this.host = host;
    this.hostName = hostName;
    this.orchestrations = orchestrations;
    this.statuses = statuses;
    this.batches = batches;
    this.clock = clock;
  }

  void routes(Router router) {
    router.get(
        "/v1/night",
        call -> ApiAnswer.ok(since(call.requiredTime("since"), call.flag("ends-only"))));
  }

  /**
   * @param ended whether what is open is left out, and not asked how it stands
   */
  private Night since(Instant since, boolean ended) {
    return NightReport.of(
        new NightReport.Facts(
            hostName,
            since,
            clock.instant(),
            ends(since),
            host::integration,
            ended ? List.of() : statuses.ofOpen(),
            batches.since(since),
            workflow -> TaskQueues.batch(hostName, workflow)));
  }

  /** Those that the host keeps, and those that ended before they had anything to be kept. */
  private List<Completed> ends(Instant since) {
    List<Run> closed =
        orchestrations.closed().stream().filter(run -> !closedAt(run).isBefore(since)).toList();
    Instant first = closed.stream().map(Run::started).min(Instant::compareTo).orElse(since);
    Instant from = first.isBefore(since) ? first : since;
    List<Completed> kept =
        host.batches().completed(end -> end.endedAt() != null && !end.endedAt().isBefore(from));
    List<Completed> all = new ArrayList<>();
    kept.stream().filter(end -> !end.endedAt().isBefore(since)).forEach(all::add);
    closed.stream()
        .filter(run -> kept.stream().noneMatch(end -> of(run, end)))
        .flatMap(run -> notKept(run).stream())
        .forEach(all::add);
    all.sort(Comparator.comparing(Completed::endedAt));
    return all;
  }

  /** The embedded server does not tell when a run closed. */
  private static Instant closedAt(Run run) {
    return run.ended() == null ? run.started() : run.ended();
  }

  private static boolean of(Run run, Completed end) {
    return end.project().equals(run.project())
        && !end.endedAt().isBefore(run.started())
        && (run.ended() == null || !end.endedAt().isAfter(run.ended().plus(CLOSING)));
  }

  /** Empty when it had come to its end before, and that one is kept. */
  private Optional<Completed> notKept(Run run) {
    Optional<Outcome> outcome = orchestrations.outcome(run);
    if (outcome.isPresent()) {
      return outcome.map(end -> completed(run, end));
    }
    return host.batches().end(orchestrations.firstRun(run)).isPresent()
        ? Optional.empty()
        : Optional.of(completed(run, statuses.ofClosed(run)));
  }

  private static Completed completed(Run run, Outcome end) {
    return new Completed(
        run.project(),
        run.title(),
        run.directory(),
        run.runId(),
        end.phase(),
        end.failure(),
        end.reason(),
        end.startedAt(),
        Stream.of(Optional.ofNullable(end.endedAt()), Optional.ofNullable(run.ended()))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(run.started()),
        0,
        end.totals(),
        end.batch());
  }

  private static Completed completed(Run run, ProjectStatus end) {
    return new Completed(
        run.project(),
        run.title(),
        run.directory(),
        run.runId(),
        end.phase(),
        null,
        end.reason(),
        end.startedAt(),
        closedAt(run),
        0,
        end.totals(),
        null);
  }
}
