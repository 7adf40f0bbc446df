package dev.orc.worker.metrics;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Everything that the worker counts, with what Temporal's SDK counts of its own calls, tasks and
 * activities, in one registry. Gauges of the host are asked for at each reading. Thread-safe.
 */
public final class Metrics implements AutoCloseable {
  /** What Prometheus reads. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** The SDK's own counts are collected so often. */
  private static final double SDK_SECONDS = 5;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DeliveryMetrics deliveries = new DeliveryMetrics(registry);
  private final Counter messages =
      Counter.builder("orc.messages.accepted").description("Messages accepted.").register(registry);
  private final Scope sdk =
      new RootScopeBuilder()
          .reporter(new MicrometerClientStatsReporter(registry))
          .reportEvery(Duration.ofSeconds(SDK_SECONDS));
  private volatile Now now = new Now(0, List.of(), 0, 0, false, false);

  public Metrics() {
    WorkerProcess.bindTo(registry);
    gauge("orc.projects", "Open orchestrations of this host.", Now::projects);
    gauge("orc.outbox.files", "What waits to be handed over.", Now::outbox);
    gauge("orc.stuck.runs", "Orchestrations that do not go on.", Now::stuckRuns);
    gauge("orc.temporal.up", "Whether Temporal answers.", is -> is.temporalReachable() ? 1 : 0);
    gauge(
        "orc.tmux.control.up",
        "Whether the control-mode connection is up.",
        is -> is.tmuxControlled() ? 1 : 0);
    for (Condition condition : Condition.values()) {
      Gauge.builder("orc.agents", this, metrics -> metrics.now.agents(condition))
          .description("Agents of this host by condition.")
          .tag("condition", condition.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private void gauge(String name, String help, ToDoubleFunction<Now> value) {
    Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.now))
        .description(help)
        .register(registry);
  }

  public DeliveryMetrics deliveries() {
    return deliveries;
  }

  /** Where Temporal's SDK puts what it counts. */
  public Scope sdk() {
    return sdk;
  }

  /** An update that an orchestration accepted. */
  public void told(String update) {
    Counter.builder("orc.updates.accepted")
        .description("What orchestrations accepted, by kind.")
        .tag("update", update)
        .register(registry)
        .increment();
  }

  /** A message that an orchestration accepted. */
  public void message() {
    messages.increment();
  }

  /** What is counted at the moment of asking. */
  public record Now(
      int projects,
      List<Sighting> agents,
      int outbox,
      int stuckRuns,
      boolean temporalReachable,
      boolean tmuxControlled) {
    public Now {
      agents = List.copyOf(agents);
    }

    private long agents(Condition condition) {
      return agents.stream().filter(agent -> agent.condition() == condition).count();
    }
  }

  /** Two readings at once would mix what they are told. */
  public synchronized String text(Now told) {
    now = told;
    return registry.scrape(CONTENT_TYPE);
  }

  @Override
  public void close() throws ScopeCloseException {
    sdk.close();
    registry.close();
  }
}
