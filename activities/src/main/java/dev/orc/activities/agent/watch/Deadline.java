package dev.orc.activities.agent.watch;

import java.time.Duration;

/** A moment on the clock that never jumps. Immutable. */
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean over() {
    return nanos - System.nanoTime() <= 0;
  }

  /** At least one: a wait of nothing would be a wait for ever. */
  long leftMillis() {
    return Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
  }
}
