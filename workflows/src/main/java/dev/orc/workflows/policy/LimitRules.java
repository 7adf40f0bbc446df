package dev.orc.workflows.policy;

import dev.orc.workflows.model.ProjectSettings;
import java.time.Duration;
import java.time.Instant;

/** When a limited agent is tried again. */
public final class LimitRules {
  private static final Duration FIRST_PROBE = Duration.ofMinutes(5);
  private static final Duration LAST_PROBE = Duration.ofHours(2);

  private LimitRules() {}

  /**
   * The time of the next try: a margin after a known reset; otherwise, and when the known reset
   * turned out wrong, tries that back off from five minutes to two hours.
   *
   * @param probes how often it was tried already
   */
  public static Instant nextTry(
      Instant now, Instant resetsAt, int probes, ProjectSettings settings) {
    if (resetsAt != null && resetsAt.plus(settings.limitMargin()).isAfter(now)) {
      return resetsAt.plus(settings.limitMargin());
    }
    return now.plus(Backoff.wait(FIRST_PROBE, LAST_PROBE, probes + 1));
  }

  /** When the limit is expected to be over: what check-ins are moved to. */
  public static Instant expectedEnd(Instant since, Instant resetsAt, ProjectSettings settings) {
    return resetsAt == null
        ? since.plus(settings.limitGuess())
        : resetsAt.plus(settings.limitMargin());
  }
}
