package dev.orc.workflows.batch;

import java.time.Duration;
import java.time.Instant;

/**
 * How many projects found no room lately. A few are asked for, since a smaller one may fit; a host
 * that has turned so many away is left alone for a while. Workflow threads only.
 */
final class Crowding {
  private static final int ENOUGH = 10;

  private Instant over;
  private int turnedAway;

  void turnedAway(Instant now, Duration pause) {
    if (over == null || !now.isBefore(over)) {
      turnedAway = 0;
      over = now.plus(pause);
    }
    turnedAway++;
  }

  boolean full(Instant now) {
    return over != null && turnedAway >= ENOUGH && now.isBefore(over);
  }

  /** When somebody may be asked for again; null when at any time. */
  Instant over() {
    return turnedAway >= ENOUGH ? over : null;
  }
}
