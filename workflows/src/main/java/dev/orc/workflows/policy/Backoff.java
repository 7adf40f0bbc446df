package dev.orc.workflows.policy;

import java.time.Duration;

/** Waits that double until they are long enough. */
public final class Backoff {
  private static final int LARGEST_SHIFT = 30;

  private Backoff() {}

  /**
   * The wait before a try.
   *
   * @param count which try it is; the first is 1
   */
  public static Duration wait(Duration first, Duration longest, int count) {
    int shift = Math.min(Math.max(count - 1, 0), LARGEST_SHIFT);
    Duration wait = first.multipliedBy(1L << shift);
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
