package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.process.ProcessMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server of ours as a process of its own, and waits until it answers. Stateless; whoever
 * calls holds the server lock.
 */
final class OwnServer {
  private static final Logger LOG = LoggerFactory.getLogger(OwnServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(250);

  private OwnServer() {}

  /** What to start. */
  record Plan(
      TemporalServer.Kind kind,
      List<String> command,
      Map<String, String> environment,
      int port,
      int ui,
      int door,
      String uiHost,
      String version) {}

  static ServerRecord start(Plan plan, TemporalFolder folder) {
    Process process = Detached.start(plan.command(), plan.environment(), folder.log());
    try {
      ProcessMark mark =
          ProcessMark.of(process.pid()).orElseThrow(() -> died(plan, folder, process));
      ServerRecord server =
          new ServerRecord(
              plan.kind(),
              mark.pid(),
              mark.mark(),
              plan.port(),
              plan.ui(),
              plan.door(),
              plan.uiHost(),
              plan.version(),
              Instant.now());
      folder.write(server);
      awaitAnswer(server, plan, folder, process);
      LOG.info("started the {} server at port {}", plan.kind().word(), plan.port());
      return server;
    } catch (RuntimeException failed) {
      process.destroyForcibly();
      folder.forget();
      throw failed;
    }
  }

  private static void awaitAnswer(
      ServerRecord server, Plan plan, TemporalFolder folder, Process process) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Probe probe = new Probe(server.server().address())) {
      while (!probe.answersWithin(STEP)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw died(plan, folder, process);
        }
      }
    }
  }

  private static Refusal died(Plan plan, TemporalFolder folder, Process process) {
    String how =
        Optional.of(process)
            .filter(one -> !one.isAlive())
            .map(one -> "ended with status " + one.exitValue())
            .orElse("did not answer");
    return new Refusal(
        Refusal.Kind.NO_SERVER,
        "Temporal's " + plan.kind().word() + " server " + how,
        "read " + folder.log() + ", then 'orc doctor'");
  }
}
