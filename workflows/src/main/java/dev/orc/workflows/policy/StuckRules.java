package dev.orc.workflows.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who is told that an agent is stuck, and when; each step once until there is progress again. */
public final class StuckRules {
  /** What is done about it. */
  public enum Step {
    ASK_AGENT,
    TELL_MANAGER,
    TELL_LEAD,
    TELL_PERSON
  }

  private static final List<Step> TWO_TIERS =
      List.of(Step.ASK_AGENT, Step.TELL_MANAGER, Step.TELL_PERSON);
  private static final List<Step> THREE_TIERS = List.of(Step.values());

  private StuckRules() {}

  /**
   * The next step; null when all of them were taken.
   *
   * @param tiers whether the agent's manager is another than the lead, who is told after it
   */
  public static Step next(int taken, boolean tiers) {
    List<Step> steps = tiers ? THREE_TIERS : TWO_TIERS;
    return taken < steps.size() ? steps.get(taken) : null;
  }

  /** When the next step is due; null when all of them were taken. */
  public static Instant due(Instant lastSign, Duration stuckAfter, int taken, boolean tiers) {
    return next(taken, tiers) == null ? null : lastSign.plus(stuckAfter);
  }
}
