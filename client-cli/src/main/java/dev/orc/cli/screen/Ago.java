package dev.orc.cli.screen;

import java.time.Duration;
import java.time.Instant;

/** Times as a person says them: 5s, 12m, 3h, 2d. */
public final class Ago {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Ago() {}

  /** How long ago; empty for null. */
  public static String since(Instant then, Instant now) {
    return then == null ? "" : of(Duration.between(then, now));
  }

  /** A time between two moments in one unit; a negative one is none. */
  public static String of(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 2 * MINUTE) {
      return seconds + "s";
    }
    if (seconds < 2 * HOUR) {
      return seconds / MINUTE + "m";
    }
    return seconds < 2 * DAY ? seconds / HOUR + "h" : seconds / DAY + "d";
  }
}
