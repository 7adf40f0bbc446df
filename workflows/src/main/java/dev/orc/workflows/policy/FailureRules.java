package dev.orc.workflows.policy;

import dev.orc.workflows.model.FailureKind;
import java.time.Duration;

/** Why an orchestration failed. */
public final class FailureRules {
  /** What kept the host from doing what it was asked. */
  public enum Hindrance {
    /** It will not, and trying again does not help. */
    LASTING,
    /** It could not now, as with a full disk. */
    PASSING,
    /** It never answered. */
    SILENCE
  }

  /**
   * What is known when the time is over. While everybody waits for credits the clock stands still;
   * the times here are those in which it went.
   *
   * @param worked how long the clock went
   * @param leadLimited how long of it the lead waited for credits
   * @param teamLimited how long of it all agents did, added up
   * @param agents in the team
   * @param givenUp whether one of them was given up
   * @param integration what the last integration failed by; null when it failed by nothing
   */
  public record Late(
      Duration worked,
      Duration leadLimited,
      Duration teamLimited,
      int agents,
      boolean givenUp,
      FailureKind integration) {}

  private FailureRules() {}

  /**
   * What agents stand on could not be made.
   *
   * @param begun whether agents were at work already, so that it had been possible once
   */
  public static FailureKind ground(Hindrance hindrance, boolean begun) {
    return switch (hindrance) {
      case SILENCE -> FailureKind.HOST_LOST;
      case PASSING -> FailureKind.OTHER;
      case LASTING -> begun ? FailureKind.OTHER : FailureKind.BAD_SPEC;
    };
  }

  /** The work was not complete within its time: what took the time. */
  public static FailureKind late(Late facts) {
    if (most(facts.leadLimited(), facts.worked())
        || most(facts.teamLimited(), facts.worked().multipliedBy(facts.agents()))) {
      return FailureKind.LIMIT;
    }
    if (facts.givenUp()) {
      return FailureKind.CRASH_LOOP;
    }
    return facts.integration() == null ? FailureKind.TIMEOUT : facts.integration();
  }

  private static boolean most(Duration part, Duration whole) {
    return !whole.isZero() && part.multipliedBy(2).compareTo(whole) > 0;
  }
}
