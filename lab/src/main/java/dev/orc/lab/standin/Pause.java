package dev.orc.lab.standin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A model's thinking takes time: this is the time, and waits for nothing else. Stateless. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
