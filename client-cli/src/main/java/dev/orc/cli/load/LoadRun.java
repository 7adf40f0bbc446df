package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One measured run: launch, messages, silence, deaths. For one thread. */
final class LoadRun {
  private static final String RECEIPTS = "receipts.tsv";

  /** For the agents: where to note what they receive, and how to behave. */
  static final Map<String, String> AGENTS =
      Map.of("ORC_PLAYBOOK", "load", "ORC_RECEIPTS", "{stage}/" + RECEIPTS);

  private final Stage stage;
  private final LoadOptions options;
  private final Consumer<String> progress;
  private final Figures figures = new Figures();
  private final Fleet fleet;
  private final ReceiptFile receipts;

  LoadRun(Stage stage, LoadOptions options, Consumer<String> progress) {
    this.stage = stage;
    this.options = options;
    this.progress = progress;
    this.fleet = new Fleet(stage, options);
    this.receipts = new ReceiptFile(stage.folder().resolve(RECEIPTS));
  }

  Figures measure() {
    progress.accept("makes " + options.projects() + " repositories");
    fleet.prepare();
    HostHealth health = stage.raise();
    if (options.killServer() != null && !health.temporalDurable()) {
      throw Failure.failed(
          "the embedded server keeps nothing, so it can not be killed and restarted",
          "Install the temporal program: orc setup");
    }
    progress.accept("launches " + options.allAgents() + " agents");
    figures.put("launch_seconds", fleet.launch(receipts));
    ProcessUsage usage = ProcessUsage.ofWorker(stage);
    ProcessUsage server = ProcessUsage.ofServer(stage);
    messages(usage, server);
    silence(usage);
    deaths();
    figures.put("worker_rss_mib", usage.rssMib());
    figures.put("server_rss_mib", server.rssMib());
    figures.put("server", health.temporalKind());
    figures.put("projects", options.projects()).put("agents", options.allAgents());
    return figures;
  }

  private void messages(ProcessUsage usage, ProcessUsage server) {
    if (options.messages() == 0) {
      return;
    }
    progress.accept("sends " + options.messages() + " messages, " + options.rate() + " a second");
    usage.restart();
    server.restart();
    Traffic traffic = new Traffic(fleet, options);
    try (Killer ofWorker = Killer.maybe(options.killWorker(), stage, Killer::ofWorker);
        Killer ofServer = Killer.maybe(options.killServer(), stage, Killer::ofServer)) {
      traffic.flow();
      Killer.note("worker", ofWorker, figures);
      Killer.note("server", ofServer, figures);
    }
    DeliveryFigures deliveries = DeliveryFigures.of(traffic.sent(), receipts);
    figures.put("worker_cpu_percent", usage.cpuPercent());
    figures.put("server_cpu_percent", server.cpuPercent());
    figures.put("delivery_ms", deliveries.delivery(), 50, 95, 99);
    figures.put("accept_ms", deliveries.acceptance(), 50, 95, 99);
    figures.put("messages", traffic.sent().size());
    figures.put("lost", deliveries.lost());
    figures.put("duplicated", deliveries.duplicated());
    figures.put("reordered", deliveries.reordered());
  }

  private void deaths() {
    if (options.deaths() > 0) {
      progress.accept("kills " + options.deaths() + " agents");
      Quantiles noticed = new Deaths(stage, fleet).noticed(options.deaths());
      figures.put("detection_ms", noticed, 50, 99);
    }
  }

  /** What a team costs that nobody asks anything. */
  private void silence(ProcessUsage usage) {
    if (options.idle().isZero()) {
      return;
    }
    progress.accept("watches the idle worker for " + options.idle().toSeconds() + " s");
    usage.restart();
    long before = events(fleet.statuses());
    Instant began = Instant.now();
    Moment.await(began.plus(options.idle()));
    double hours = Duration.between(began, Instant.now()).toMillis() / 3_600_000.0;
    Double cpu = usage.cpuPercent();
    figures.put("idle_seconds", options.idle().toSeconds());
    figures.put("idle_cpu_percent", cpu);
    if (options.messages() == 0) {
      figures.put("worker_cpu_percent", cpu);
    }
    long events = events(fleet.statuses()) - before;
    figures.put(
        "history_events_per_project_hour",
        Math.round(events / hours / options.projects() * 10) / 10.0);
  }

  private static long events(List<ProjectStatus> statuses) {
    return statuses.stream().mapToLong(status -> status.totals().historyEvents()).sum();
  }
}
