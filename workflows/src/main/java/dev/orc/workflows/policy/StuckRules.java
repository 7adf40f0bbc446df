package dev.orc.workflows.policy;

import java.time.Duration;
import java.time.Instant;

/** Who is told that an agent is stuck, and when; each step once until there is progress again. */
public final class StuckRules {
  /** What is done about it, in this order. */
  public enum Step {
    ASK_AGENT,
    TELL_MANAGER,
    TELL_PERSON
  }

  private StuckRules() {}

  /** The next step; null when all of them were taken. */
  public static Step next(int taken) {
    return taken < Step.values().length ? Step.values()[taken] : null;
  }

  /** When the next step is due; null when all of them were taken. */
  public static Instant due(Instant lastSign, Duration stuckAfter, int taken) {
    return next(taken) == null ? null : lastSign.plus(stuckAfter);
  }
}
