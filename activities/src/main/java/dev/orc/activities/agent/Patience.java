package dev.orc.activities.agent;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waits for something that only a look can show: looks often at first, then less so, beating
 * meanwhile. Immutable.
 */
final class Patience {
  private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private final Beat beat;

  Patience(Beat beat) {
    this.beat = beat;
  }

  /** Whether it came true within the time. */
  boolean until(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long pause = FIRST_NANOS;
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      beat.beat();
      TimeUnit.NANOSECONDS.sleep(Math.min(pause, left));
      pause = Math.min(pause * 2, LONGEST_NANOS);
    }
    return true;
  }
}
