package dev.orc.workflows.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;

/**
 * A calendar in cron's five fields: minute, hour, day, month, weekday. When both days are given,
 * either suffices, as in cron. In a gap of the clock a time moves by the gap; in a repeated hour
 * the first one counts.
 */
public final class Cron {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** February 29 can be eight years away. */
  private static final int DAYS_AHEAD = 366 * 9;

  private final NavigableSet<Integer> minutes;
  private final NavigableSet<Integer> hours;
  private final NavigableSet<Integer> days;
  private final NavigableSet<Integer> months;
  private final NavigableSet<Integer> weekdays;
  private final boolean eitherDay;

  private Cron(String[] fields) {
    minutes = CronField.parse("minute", fields[0], 0, 59, List.of());
    hours = CronField.parse("hour", fields[1], 0, 23, List.of());
    days = CronField.parse("day", fields[2], 1, 31, List.of());
    months = CronField.parse("month", fields[3], 1, 12, MONTHS);
    weekdays = CronField.parse("weekday", fields[4], 0, 7, WEEKDAYS);
    if (weekdays.remove(7)) {
      weekdays.add(0);
    }
    eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
  }

  /** Reads the five fields; an {@link IllegalArgumentException} says which one is wrong. */
  public static Cron parse(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a calendar: minute, hour, day, month, weekday are needed");
    }
    return new Cron(fields);
  }

  /** The first time after the given one. */
  public Instant next(Instant after, ZoneId zone) {
    LocalDateTime start = LocalDateTime.ofInstant(after, zone);
    LocalDate day = start.toLocalDate();
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++, day = day.plusDays(1)) {
      Instant due = matches(day) ? firstOf(day, after, zone) : null;
      if (due != null) {
        return due;
      }
    }
    throw new IllegalArgumentException("there is no such day");
  }

  private Instant firstOf(LocalDate day, Instant after, ZoneId zone) {
    for (int hour : hours) {
      for (int minute : minutes) {
        Instant due = ZonedDateTime.of(day.atTime(hour, minute), zone).toInstant();
        if (due.isAfter(after)) {
          return due;
        }
      }
    }
    return null;
  }

  private boolean matches(LocalDate day) {
    boolean dayFits = days.contains(day.getDayOfMonth());
    boolean weekdayFits = weekdays.contains(day.getDayOfWeek().getValue() % 7);
    boolean fits = eitherDay ? dayFits || weekdayFits : dayFits && weekdayFits;
    return fits && months.contains(day.getMonthValue());
  }
}
