package dev.orc.worker.metrics;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts durations in buckets. Thread-safe. */
final class Histogram {
  private static final double[] SECONDS = {
    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300
  };

  private final LongAdder[] buckets = new LongAdder[SECONDS.length];
  private final LongAdder count = new LongAdder();
  private final DoubleAdder sum = new DoubleAdder();

  Histogram() {
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  void observe(double seconds) {
    for (int i = 0; i < SECONDS.length; i++) {
      if (seconds <= SECONDS[i]) {
        buckets[i].increment();
      }
    }
    count.increment();
    sum.add(seconds);
  }

  void writeTo(PrometheusText text, String name, String help) {
    text.family(name, "histogram", help);
    for (int i = 0; i < SECONDS.length; i++) {
      text.sample(name + "_bucket", "le=\"" + SECONDS[i] + "\"", buckets[i].sum());
    }
    text.sample(name + "_bucket", "le=\"+Inf\"", count.sum());
    text.sample(name + "_sum", "", sum.sum());
    text.sample(name + "_count", "", count.sum());
  }
}
