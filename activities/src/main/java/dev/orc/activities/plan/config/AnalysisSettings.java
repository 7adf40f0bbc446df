package dev.orc.activities.plan.config;

import java.time.Duration;

/**
 * How long an agent program may think about a spec or a team.
 *
 * @param within the time for one answer
 * @param tries how many answers it may give until one is right
 */
public record AnalysisSettings(Duration within, int tries) {
  public static final AnalysisSettings DEFAULTS = new AnalysisSettings(Duration.ofMinutes(5), 3);

  private static final int MOST_TRIES = 5;

  static Integer tries(String text) {
    if (!text.matches("[1-" + MOST_TRIES + "]")) {
      throw new IllegalArgumentException("'" + text + "' is no number of tries; use 1 to 5");
    }
    return Integer.valueOf(text);
  }
}
