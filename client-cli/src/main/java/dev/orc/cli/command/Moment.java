package dev.orc.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits, for a moment in time or for something that has to be looked at. Thread-safe. */
public final class Moment {
  private static final Duration LOOK = Duration.ofMillis(20);

  private Moment() {}

  public static void await(Instant moment) {
    long nanos = Duration.between(Instant.now(), moment).toNanos();
    if (nanos <= 0) {
      return;
    }
    try {
      // Nobody counts it down: the moment is what is waited for.
      boolean never = new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
      if (never) {
        throw new IllegalStateException("a latch without a key was opened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }

  /** Looks again and again until it is so; false when the time is over. */
  public static boolean awaitThat(BooleanSupplier condition, Duration atMost) {
    return awaitThat(condition, LOOK, atMost);
  }

  public static boolean awaitThat(BooleanSupplier condition, Duration look, Duration atMost) {
    Instant end = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      if (!Instant.now().isBefore(end)) {
        return false;
      }
      await(Instant.now().plus(look));
    }
    return true;
  }
}
