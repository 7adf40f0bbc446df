package dev.orc.worker.metrics;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** What became of deliveries since the worker started, and how long they took. Thread-safe. */
public final class DeliveryMetrics {
  private static final Duration[] BUCKETS =
      LongStream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Map<Delivery, Counter> counts = new EnumMap<>(Delivery.class);
  private final Timer took;

  DeliveryMetrics(MeterRegistry registry) {
    for (Delivery delivery : Delivery.values()) {
      counts.put(
          delivery,
          Counter.builder("orc.messages.delivered")
              .description("Deliveries by what became of them.")
              .tag("result", delivery.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    took =
        Timer.builder("orc.delivery")
            .description("From a message's sending to its submission.")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  public void happened(DeliveryOrder order, Receipt receipt) {
    counts.get(receipt.delivery()).increment();
    Instant sent = order.message().at();
    if (sent != null && receipt.submittedAt() != null) {
      Duration since = Duration.between(sent, receipt.submittedAt());
      took.record(since.isNegative() ? Duration.ZERO : since);
    }
  }
}
