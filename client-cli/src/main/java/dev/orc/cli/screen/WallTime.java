package dev.orc.cli.screen;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times of day as the reader's wall clock shows them, with the date where the day is another one
 * than today. Immutable.
 */
public record WallTime(LocalDate today, ZoneId zone) {
  /** For a reader of now. */
  public static WallTime of(Clock clock) {
    return new WallTime(LocalDate.now(clock), clock.getZone());
  }

  /** As {@code 06:12}, or {@code 2026-11-19 23:40}; empty for null. */
  public String at(Instant moment) {
    return moment == null ? "" : day(moment) + two(local(moment).getHour()) + minutes(moment);
  }

  /** The same with its seconds. */
  String exactly(Instant moment) {
    return at(moment) + ":" + two(local(moment).getSecond());
  }

  private String day(Instant moment) {
    LocalDate its = local(moment).toLocalDate();
    return its.equals(today) ? "" : its + " ";
  }

  private String minutes(Instant moment) {
    return ":" + two(local(moment).getMinute());
  }

  private ZonedDateTime local(Instant moment) {
    return moment.atZone(zone);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
