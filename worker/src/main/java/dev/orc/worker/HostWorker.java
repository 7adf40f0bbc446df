package dev.orc.worker;

import dev.orc.activities.agent.LifeTokens;
import dev.orc.worker.api.WorkerApi;
import dev.orc.worker.gate.Ghosts;
import dev.orc.worker.gate.RunGate;
import dev.orc.worker.gate.RunLedger;
import dev.orc.worker.host.HostServices;
import dev.orc.worker.metrics.Metrics;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.BatchWork;
import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.Directories;
import dev.orc.worker.orchestration.ForcedEnds;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.StuckRuns;
import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.outbox.HandOver;
import dev.orc.worker.outbox.Outbox;
import dev.orc.worker.outbox.RefusedWords;
import dev.orc.worker.process.HostLock;
import dev.orc.worker.process.Version;
import dev.orc.worker.seal.KeyFile;
import dev.orc.worker.seal.Seal;
import dev.orc.worker.seal.SealedConverter;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.DailyCopies;
import dev.orc.worker.temporal.Ladder;
import dev.orc.worker.temporal.Supervisor;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.worker.temporal.TemporalSettings;
import dev.orc.worker.ui.UiProxy;
import dev.orc.workflows.model.HostFolders;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** In no run of its own an orchestration ends that is ended from outside. */
  private static final String FORCED = "none";

  private final Closeables closing = new Closeables();
  private final Connection connection;
  private final WorkerApi api;

  /**
   * What the worker is made of.
   *
   * @param apiPort 0 for a free one
   * @param acceptsUnsealed whether runs from before there were seals are still served
   * @param host made when the lock is held and Temporal is there
   */
  public record Parts(
      HostFolders folders,
      String hostName,
      TemporalSettings temporal,
      int apiPort,
      boolean acceptsUnsealed,
      Class<?>[] workflows,
      Supplier<HostServices> host) {}

  private HostWorker(Parts parts) throws IOException {
    try {
      closing.add(HostLock.take(parts.folders()));
      Metrics metrics = closing.add(new Metrics());
      WorkerIdentity identity = WorkerIdentity.own(parts.hostName());
      Ladder ladder = new Ladder(parts.folders(), parts.temporal());
      TemporalServer server = ladder.climb();
      LOG.info("{}", server.note());
      KeyFile keys = new KeyFile(parts.folders());
      DataConverter converter = SealedConverter.of(new Seal(keys, parts.acceptsUnsealed()));
      connection =
          closing.add(
              Connection.open(server, ladder.profile(), converter, identity.text(), metrics.sdk()));
      FirstKey.makeIfMissing(keys, connection, parts.acceptsUnsealed());
      identity.requireAlone(connection);
      supervise(ladder, server, parts.folders());
      openUi(ladder, server, parts.folders());
      api = open(parts, metrics);
    } catch (IOException | RuntimeException failed) {
      closing.close();
      throw failed;
    }
  }

  /** Starts everything; what can not be is a {@link dev.orc.activities.failure.Refusal}. */
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

  private void supervise(Ladder ladder, TemporalServer server, HostFolders folders) {
    if (server.kind() == TemporalServer.Kind.DEVELOPMENT) {
      closing.add(new DailyCopies(folders, Clock.systemUTC()).start());
    }
    if (server.ours()) {
      closing.add(Supervisor.of(ladder, server, connection::prepareServer));
    }
  }

  /** Without the UI everything works; a port that is taken keeps nobody from anything else. */
  private void openUi(Ladder ladder, TemporalServer server, HostFolders folders) {
    Optional<Ladder.UiPorts> ports = server.ours() ? ladder.ui() : Optional.empty();
    if (ports.isEmpty()) {
      return;
    }
    try {
      closing.add(UiProxy.open(folders, ports.get().door(), ports.get().behind()));
    } catch (IOException taken) {
      LOG.warn("the web UI can not be shown at port {}: {}", ports.get().door(), taken.toString());
    }
  }

  private WorkerApi open(Parts parts, Metrics metrics) throws IOException {
    HostServices host = closing.add(parts.host().get());
    Orchestrations orchestrations = new Orchestrations(connection, parts.hostName());
    Directories directories = new Directories(orchestrations, Clock.systemUTC());
    Batches batches = new Batches(connection, parts.hostName(), host.batches().settings().batch());
    Audit audit = new Audit(host);
    RunLedger ledger = new RunLedger(parts.folders());
    Telling telling = new Telling(host, orchestrations, audit, metrics);
    new Ghosts(connection, orchestrations, ledger).endThoseOfARestore(parts.folders());
    closing.add(
        TaskWorkers.start(
            connection,
            parts.hostName(),
            parts.workflows(),
            activities(host, new BatchWork(host, parts.hostName(), orchestrations, directories)),
            metrics.deliveries(),
            new RunGate(connection, ledger, host::tell, Clock.systemUTC())));
    Outbox outbox =
        closing.add(
            new Outbox(
                parts.folders(),
                new HandOver(telling, new LifeTokens(parts.folders()), host::unfinished),
                new RefusedWords(parts.folders(), host::tell)));
    WorkerApi.Parts speaking =
        new WorkerApi.Parts(
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
            closing.add(
                new StuckRuns(connection, orchestrations, host::tell, Clock.systemUTC()).start()),
            new ForcedEnds(
                connection,
                orchestrations,
                order -> {
                  host.close(order);
                  ledger.over(order.runId(), FORCED);
                },
                Clock.systemUTC()),
            metrics);
    WorkerApi opened = closing.add(WorkerApi.open(speaking, parts.apiPort()));
    outbox.start();
    closing.add(new WorkerStartedSignals(orchestrations, batches, UUID.randomUUID().toString()));
    LOG.info(
        "worker {} of host {} is up, API at port {}",
        Version.current(),
        parts.hostName(),
        opened.port());
    return opened;
  }

  private static List<Object> activities(HostServices host, BatchWork batches) {
    List<Object> all = new ArrayList<>(host.activities());
    all.add(batches);
    return all;
  }
}
