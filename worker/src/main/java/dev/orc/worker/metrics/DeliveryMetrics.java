package dev.orc.worker.metrics;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of deliveries since the worker started, and how long they took. Thread-safe. */
public final class DeliveryMetrics {
  private final Map<Delivery, LongAdder> counts = new EnumMap<>(Delivery.class);
  private final Histogram seconds = new Histogram();

  public DeliveryMetrics() {
    for (Delivery delivery : Delivery.values()) {
      counts.put(delivery, new LongAdder());
    }
  }

  public void happened(DeliveryOrder order, Receipt receipt) {
    counts.get(receipt.delivery()).increment();
    Instant sent = order.message().at();
    if (sent != null && receipt.submittedAt() != null) {
      double took = Duration.between(sent, receipt.submittedAt()).toNanos() / 1e9;
      seconds.observe(Math.max(0, took));
    }
  }

  public void writeTo(PrometheusText text) {
    String name = "orc_messages_delivered_total";
    text.family(name, "counter", "Deliveries by what became of them.");
    counts.forEach(
        (delivery, count) ->
            text.sample(
                name, "result=\"" + delivery.name().toLowerCase(Locale.ROOT) + "\"", count.sum()));
    seconds.writeTo(
        text, "orc_delivery_seconds", "From a message's sending to its submission, in seconds.");
  }
}
