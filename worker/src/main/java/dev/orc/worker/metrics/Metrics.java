package dev.orc.worker.metrics;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Everything that the worker counts. Thread-safe. */
public final class Metrics {
  private final DeliveryMetrics deliveries = new DeliveryMetrics();
  private final Map<String, LongAdder> told = new ConcurrentHashMap<>();
  private final LongAdder messages = new LongAdder();

  public DeliveryMetrics deliveries() {
    return deliveries;
  }

  /** An update that an orchestration accepted. */
  public void told(String update) {
    told.computeIfAbsent(update, first -> new LongAdder()).increment();
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
  }

  public String text(Now now) {
    PrometheusText text = new PrometheusText();
    WorkerProcess.writeTo(text);
    text.gauge("orc_projects", "Open orchestrations of this host.", now.projects());
    agents(text, now.agents());
    accepted(text);
    deliveries.writeTo(text);
    text.gauge("orc_outbox_files", "What waits to be handed over.", now.outbox());
    text.gauge("orc_stuck_runs", "Orchestrations that do not go on.", now.stuckRuns());
    text.gauge("orc_temporal_up", "Whether Temporal answers.", now.temporalReachable() ? 1 : 0);
    text.gauge(
        "orc_tmux_control_up",
        "Whether the control-mode connection is up.",
        now.tmuxControlled() ? 1 : 0);
    return text.toString();
  }

  private static void agents(PrometheusText text, List<Sighting> agents) {
    Map<Condition, Integer> byCondition = new EnumMap<>(Condition.class);
    agents.forEach(agent -> byCondition.merge(agent.condition(), 1, Integer::sum));
    text.family("orc_agents", "gauge", "Agents of this host by condition.");
    for (Condition condition : Condition.values()) {
      text.sample(
          "orc_agents",
          "condition=\"" + condition.name().toLowerCase(Locale.ROOT) + "\"",
          byCondition.getOrDefault(condition, 0));
    }
  }

  private void accepted(PrometheusText text) {
    text.family("orc_updates_accepted_total", "counter", "What orchestrations accepted, by kind.");
    told.forEach(
        (update, count) ->
            text.sample("orc_updates_accepted_total", "update=\"" + update + "\"", count.sum()));
    text.counter("orc_messages_accepted_total", "Messages accepted.", messages.sum());
  }
}
