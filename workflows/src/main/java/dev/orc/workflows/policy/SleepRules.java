package dev.orc.workflows.policy;

import java.time.Duration;
import java.time.Instant;

/** How much time passed in which nothing ran: a laptop was closed, a worker was away. */
public final class SleepRules {
  /** An alarm may be so late before that means anything. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private SleepRules() {}

  /**
   * How long nothing ran; zero when there was no such time.
   *
   * @param nextTimer what was to be heard next; null when nothing was
   */
  public static Duration slept(Instant nextTimer, Instant now) {
    boolean late = nextTimer != null && now.isAfter(nextTimer.plus(USUAL));
    return late ? Duration.between(nextTimer, now) : Duration.ZERO;
  }
}
