package dev.orc.workflows.policy;

import dev.orc.workflows.model.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When a check-in is due. */
public final class DueTimes {
  private DueTimes() {}

  /** The first time; an {@link IllegalArgumentException} says what is wrong with the schedule. */
  public static Instant first(Schedule schedule, Instant now) {
    if (schedule.inMinutes() != null) {
      return now.plus(Duration.ofMinutes(schedule.inMinutes()));
    }
    return next(schedule, now, now);
  }

  /**
   * The next time after now; null when the schedule has no other.
   *
   * @param due the time that was due last: repetitions keep its rhythm
   */
  public static Instant next(Schedule schedule, Instant due, Instant now) {
    if (schedule.once()) {
      return null;
    }
    if (schedule.everyMinutes() != null) {
      return nextEvery(Duration.ofMinutes(schedule.everyMinutes()), due, now);
    }
    ZoneId zone = zone(schedule.zone());
    return schedule.daily() != null
        ? nextDaily(time(schedule.daily()), zone, now)
        : Cron.parse(schedule.cron()).next(now, zone);
  }

  private static Instant nextEvery(Duration every, Instant due, Instant now) {
    long passed = Math.max(0, Duration.between(due, now).toSeconds());
    long steps = passed / every.toSeconds() + 1;
    return due.plus(every.multipliedBy(steps));
  }

  /** In a gap of the clock the time moves by the gap; in a repeated hour the first one counts. */
  private static Instant nextDaily(LocalTime time, ZoneId zone, Instant now) {
    ZonedDateTime today = ZonedDateTime.ofInstant(now, zone);
    Instant due = today.toLocalDate().atTime(time).atZone(zone).toInstant();
    return due.isAfter(now)
        ? due
        : today.toLocalDate().plusDays(1).atTime(time).atZone(zone).toInstant();
  }

  private static LocalTime time(String daily) {
    try {
      return LocalTime.parse(daily.length() == 4 ? "0" + daily : daily);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + daily + "' is not a time of day like 09:00", e);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + name + "' is not a time zone", e);
    }
  }
}
