package dev.orc.worker;

import dev.orc.worker.api.Api;
import dev.orc.worker.host.HostSide;
import dev.orc.worker.metrics.Metrics;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.BatchWork;
import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.Directories;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.outbox.HandOver;
import dev.orc.worker.outbox.Outbox;
import dev.orc.worker.process.HostLock;
import dev.orc.worker.process.Version;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.Ladder;
import dev.orc.worker.temporal.Supervisor;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.worker.temporal.TemporalSettings;
import dev.orc.workflows.model.HostFolders;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker of a host, from its start to its clean end: lock, Temporal, task workers, API, outbox.
 * Started and closed by one thread.
 */
public final class HostWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostWorker.class);

  private final Closing closing = new Closing();
  private final Connection connection;
  private final Api api;

  /**
   * What the worker is made of.
   *
   * @param apiPort 0 for a free one
   * @param host made when the lock is held and Temporal is there
   */
  public record Parts(
      HostFolders folders,
      String hostName,
      TemporalSettings temporal,
      int apiPort,
      DataConverter converter,
      Class<?>[] workflows,
      Supplier<HostSide> host) {}

  private HostWorker(Parts parts) throws IOException {
    try {
      closing.add(HostLock.take(parts.folders()));
      WorkerIdentity identity = WorkerIdentity.own(parts.hostName());
      Ladder ladder = new Ladder(parts.folders(), parts.temporal());
      TemporalServer server = ladder.climb();
      LOG.info("{}", server.note());
      connection =
          closing.add(
              Connection.open(server, ladder.profile(), parts.converter(), identity.text()));
      identity.requireAlone(connection);
      supervise(ladder, server);
      api = open(parts);
    } catch (IOException | RuntimeException failed) {
      closing.close();
      throw failed;
    }
  }

  /** Starts everything; what can not be is a {@link dev.orc.activities.Refusal}. */
  public static HostWorker start(Parts parts) throws IOException {
    return new HostWorker(parts);
  }

  public TemporalServer temporal() {
    return connection.server();
  }

  public int apiPort() {
    return api.port();
  }

  /** Ends everything in the opposite order; Temporal's server lives on. */
  @Override
  public void close() {
    closing.close();
    LOG.info("the worker has ended");
  }

  private void supervise(Ladder ladder, TemporalServer server) {
    if (server.ours()) {
      closing.add(Supervisor.of(ladder, server, connection::prepareServer));
    }
  }

  private Api open(Parts parts) throws IOException {
    HostSide host = closing.add(parts.host().get());
    Metrics metrics = new Metrics();
    Orchestrations orchestrations = new Orchestrations(connection, parts.hostName());
    Directories directories = new Directories(orchestrations, Clock.systemUTC());
    Batches batches = new Batches(connection, parts.hostName(), host.batches().settings().batch());
    Audit audit = new Audit(host);
    Telling telling = new Telling(host, orchestrations, audit, metrics);
    closing.add(
        TaskWorkers.start(
            connection,
            parts.hostName(),
            parts.workflows(),
            activities(host, new BatchWork(host, parts.hostName(), orchestrations, directories)),
            metrics.deliveries()));
    Outbox outbox = closing.add(new Outbox(parts.folders(), new HandOver(telling)));
    Api.Parts speaking =
        new Api.Parts(
            parts.folders(),
            parts.hostName(),
            host,
            connection,
            orchestrations,
            directories,
            batches,
            telling,
            audit,
            outbox,
            metrics);
    Api opened = closing.add(Api.open(speaking, parts.apiPort()));
    outbox.start();
    closing.add(new Greeting(orchestrations, batches, UUID.randomUUID().toString()));
    LOG.info(
        "worker {} of host {} is up, API at port {}",
        Version.current(),
        parts.hostName(),
        opened.port());
    return opened;
  }

  private static List<Object> activities(HostSide host, BatchWork batches) {
    List<Object> all = new ArrayList<>(host.activities());
    all.add(batches);
    return all;
  }
}
