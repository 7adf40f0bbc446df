package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.worker.orchestration.StuckRuns;
import dev.orc.worker.outbox.Outbox;
import dev.orc.worker.process.Version;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.workflows.model.HostHealth;
import java.time.Instant;
import java.util.List;

/** How the worker is. Thread-safe. */
final class HealthResource {
  private final HostServices host;
  private final String name;
  private final Connection connection;
  private final Orchestrations orchestrations;
  private final Outbox outbox;
  private final StuckRuns stuck;
  private final Instant startedAt = Instant.now();

  /** What somebody without a token may know. */
  private record Live(String status) {}

  HealthResource(
      HostServices host,
      String name,
      Connection connection,
      Orchestrations orchestrations,
      Outbox outbox,
      StuckRuns stuck) {
    this.host = host;
    this.name = name;
    this.connection = connection;
    this.orchestrations = orchestrations;
    this.outbox = outbox;
    this.stuck = stuck;
  }

  void routes(Router router) {
    router.getOpen("/v1/health/live", call -> ApiAnswer.ok(new Live("ok")));
    router.get("/v1/health", call -> ApiAnswer.ok(health()));
  }

  HostHealth health() {
    TemporalServer server = connection.server();
    boolean reachable = connection.reachable();
    List<Run> open = reachable ? orchestrations.open() : List.of();
    int agents =
        open.stream().mapToInt(run -> host.truth().view(run.project()).sightings().size()).sum();
    return new HostHealth(
        Version.current(),
        name,
        ProcessHandle.current().pid(),
        startedAt,
        Runtime.version().toString(),
        server.kind().word(),
        server.address(),
        server.durable(),
        reachable,
        server.ui(),
        host.tmuxVersion(),
        host.tmuxControlled(),
        host.tmuxSocket(),
        open.size(),
        agents,
        outbox.size(),
        outbox.refused().size(),
        stuck.all());
  }
}
