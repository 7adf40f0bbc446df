package dev.orc.worker.api;

import dev.orc.activities.agent.LifeTokens;
import dev.orc.worker.host.BatchServices;
import dev.orc.worker.host.HostServices;
import dev.orc.worker.metrics.Metrics;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.Directories;
import dev.orc.worker.orchestration.ForcedEnds;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Rebuilding;
import dev.orc.worker.orchestration.Researching;
import dev.orc.worker.orchestration.Rights;
import dev.orc.worker.orchestration.StuckRuns;
import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.outbox.Outbox;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.time.Clock;

/** The API of a worker, from its opening to its end. Thread-safe. */
public final class WorkerApi implements AutoCloseable {
  private final ApiServer server;
  private final ApiFile file;
  private final EventsResource events;
  private final Router router;

  /** What the API speaks for. */
  public record Parts(
      HostFolders folders,
      String hostName,
      HostServices host,
      Connection connection,
      Orchestrations orchestrations,
      Directories directories,
      Batches batches,
      Telling telling,
      Audit audit,
      Outbox outbox,
      StuckRuns stuck,
      ForcedEnds forced,
      Metrics metrics) {}

  private WorkerApi(Parts parts, int port) throws IOException {
    router = new Router();
    events = fill(router, parts);
    file = new ApiFile(parts.folders());
    Tokens tokens = file.tokens();
    Callers doorway =
        new Callers(tokens, new LifeTokens(parts.folders()), new Rights(parts.orchestrations()));
    server = new ApiServer(router, doorway, port);
    server.start();
    file.write(server.port(), tokens);
  }

  /**
   * Listens, then writes the file that tells callers where.
   *
   * @param port 0 for a free one
   */
  public static WorkerApi open(Parts parts, int port) throws IOException {
    return new WorkerApi(parts, port);
  }

  public int port() {
    return server.port();
  }

  Router router() {
    return router;
  }

  @Override
  public void close() throws IOException {
    file.delete();
    events.close();
    server.close();
  }

  private static EventsResource fill(Router router, Parts parts) {
    Statuses statuses =
        new Statuses(
            parts.orchestrations(),
            parts.host().truth(),
            parts.hostName(),
            parts.stuck(),
            parts.outbox().refused(),
            parts.host().batches()::end);
    QueriesResource queries = new QueriesResource(parts.orchestrations());
    EventsResource events = new EventsResource(parts.orchestrations(), statuses, queries);
    new HealthResource(
            parts.host(),
            parts.hostName(),
            parts.connection(),
            parts.orchestrations(),
            parts.outbox(),
            parts.stuck())
        .routes(router);
    new ProjectsResource(
            parts.host(), parts.orchestrations(), statuses, parts.directories(), parts.audit())
        .routes(router);
    batches(router, parts);
    new NightResource(
            parts.host(),
            parts.hostName(),
            parts.orchestrations(),
            statuses,
            parts.batches(),
            Clock.systemUTC())
        .routes(router);
    new SummaryResource(parts.host(), statuses, parts.orchestrations()).routes(router);
    new SpecsResource(parts.host()).routes(router);
    new TeamResource(parts.host()).routes(router);
    new TrustResource(parts.host(), parts.audit()).routes(router);
    new UpdatesResource(parts.telling()).routes(router);
    new ForceResource(
            parts.host(),
            parts.forced(),
            new Rebuilding(
                parts.host(), parts.orchestrations(), parts.directories(), parts.hostName()),
            parts.audit())
        .routes(router);
    new AnswersResource(parts.host(), parts.audit()).routes(router);
    new AddedRolesResource(parts.host(), statuses, parts.telling()).routes(router);
    queries.routes(router);
    new HostResource(parts.host(), statuses, parts.audit()).routes(router);
    new BranchesResource(parts.host(), statuses).routes(router);
    new NoticesResource(parts.host(), parts.audit()).routes(router);
    events.routes(router);
    new RolesResource(parts.host()).routes(router);
    new CodecResource(parts.folders()).routes(router);
    new OpenApiResource().routes(router);
    new MetricsResource(
            parts.host(),
            parts.connection(),
            parts.orchestrations(),
            parts.outbox(),
            parts.stuck(),
            parts.metrics())
        .routes(router);
    return events;
  }

  private static void batches(Router router, Parts parts) {
    BatchServices host = parts.host().batches();
    new QueueResource(host, parts.batches(), parts.audit()).routes(router);
    new ReportsResource(host, parts.hostName()).routes(router);
    Researching researching =
        new Researching(host, parts.hostName(), parts.orchestrations(), Clock.systemUTC());
    new ResearchResource(researching, parts.audit()).routes(router);
  }
}
