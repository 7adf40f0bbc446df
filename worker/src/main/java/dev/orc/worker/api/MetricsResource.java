package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.metrics.Metrics;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.worker.orchestration.StuckRuns;
import dev.orc.worker.outbox.Outbox;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.model.Sighting;
import java.util.List;

/** What the worker counts, as Prometheus reads it. Thread-safe. */
final class MetricsResource {
  private final HostServices host;
  private final Connection connection;
  private final Orchestrations orchestrations;
  private final Outbox outbox;
  private final StuckRuns stuck;
  private final Metrics metrics;

  MetricsResource(
      HostServices host,
      Connection connection,
      Orchestrations orchestrations,
      Outbox outbox,
      StuckRuns stuck,
      Metrics metrics) {
    this.host = host;
    this.connection = connection;
    this.orchestrations = orchestrations;
    this.outbox = outbox;
    this.stuck = stuck;
    this.metrics = metrics;
  }

  void routes(Router router) {
    router.get("/metrics", call -> ApiAnswer.text(Metrics.CONTENT_TYPE, metrics.text(now())));
  }

  private Metrics.Now now() {
    boolean reachable = connection.reachable();
    List<Run> open = reachable ? orchestrations.open() : List.of();
    List<Sighting> agents =
        open.stream()
            .flatMap(run -> host.truth().view(run.project()).sightings().stream())
            .toList();
    return new Metrics.Now(
        open.size(), agents, outbox.size(), stuck.all().size(), reachable, host.tmuxControlled());
  }
}
