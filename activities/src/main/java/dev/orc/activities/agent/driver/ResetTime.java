package dev.orc.activities.agent.driver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads when a usage limit ends from what programs print of it. Pure.
 *
 * <p>A clock time without a date may be meant for today or tomorrow. It is taken for the next one,
 * unless that is further ahead than the limit can last, or the time has only just gone by: then the
 * limit is over, and the time in the past says so.
 */
public final class ResetTime {
  private ResetTime() {}

  /** As {@link #read(String, Instant, ZoneId, Duration)}, of a limit whose length nobody knows. */
  public static Optional<Instant> read(String text, Instant now, ZoneId zone) {
    return read(text, now, zone, null);
  }

  /**
   * @param now what relative and incomplete times are counted from
   * @param zone of the host, where the text names none
   * @param longest how far ahead the reset can be at most; null when unknown
   * @return empty when nothing readable is there
   */
  public static Optional<Instant> read(String text, Instant now, ZoneId zone, Duration longest) {
    return AbsoluteTime.read(text)
        .or(() -> RelativeTime.read(text, now))
        .or(() -> CalendarTime.read(text, now, zone, longest));
  }

  /** A regular expression for everything that can be read, its group named {@code reset}. */
  static String form() {
    return "(?<reset>(?i:"
        + AbsoluteTime.FORM
        + "|"
        + RelativeTime.FORM
        + "|"
        + CalendarTime.FORM
        + "))";
  }
}
