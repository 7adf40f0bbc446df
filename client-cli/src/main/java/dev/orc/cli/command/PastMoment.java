package dev.orc.cli.command;

import dev.orc.base.text.HumanDuration;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads a moment that has been: a time of day is the last such one where the reader is, a duration
 * counts back from now, and a date with a time is meant as it is written. Stateless.
 */
public final class PastMoment {
  private static final String REMEDY =
      "Say 22:00, a time as 8h or 1h30m, or a moment as 2026-01-31T22:00";

  private PastMoment() {}

  /**
   * The moment that the text stands for.
   *
   * @param name of the option, for who wrote it wrongly
   */
  public static Instant of(String name, String text, Clock clock) {
    String word = text.strip();
    List<Function<String, Instant>> ways =
        List.of(
            one -> last(LocalTime.parse(one), clock),
            one -> clock.instant().minus(HumanDuration.parse(one.toLowerCase(Locale.ROOT))),
            Instant::parse,
            one -> OffsetDateTime.parse(one).toInstant(),
            one -> LocalDateTime.parse(one.replace(' ', 'T')).atZone(clock.getZone()).toInstant());
    for (Function<String, Instant> way : ways) {
      try {
        return past(name, text, way.apply(word), clock.instant());
      } catch (DateTimeException | IllegalArgumentException | ArithmeticException notThisWay) {
        // One of the others may read it; what none of them reads is refused below.
      }
    }
    throw Failure.usage("'" + text + "' is no moment for " + name, REMEDY);
  }

  /** The last time that a clock showed it here. */
  public static Instant last(LocalTime time, Clock clock) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime today = now.with(time);
    return (today.isAfter(now)
            ? now.toLocalDate().minusDays(1).atTime(time).atZone(now.getZone())
            : today)
        .toInstant();
  }

  private static Instant past(String name, String text, Instant moment, Instant now) {
    if (moment.isAfter(now)) {
      throw Failure.usage("'" + text + "' for " + name + " is yet to come", REMEDY);
    }
    return moment;
  }
}
