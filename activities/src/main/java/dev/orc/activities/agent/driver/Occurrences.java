package dev.orc.activities.agent.driver;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When a clock time comes round, seen from now: the next one, or the last one when that has only
 * just gone by. Immutable.
 */
record Occurrences(LocalTime time, ZoneId zone, Instant now) {

  LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  Instant on(LocalDate date) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  /**
   * @param longest how far ahead it can be; null when unknown
   * @param justGone how long ago it may have been to be meant still, when {@code longest} is
   *     unknown
   */
  Instant daily(Duration longest, Duration justGone) {
    LocalDate date = on(today()).isAfter(now) ? today() : today().plusDays(1);
    Instant next = on(date);
    Instant last = on(date.minusDays(1));
    if (longest != null) {
      return next.isAfter(now.plus(longest)) ? last : next;
    }
    return lately(last, justGone) ? last : next;
  }

  Instant weekly(DayOfWeek day, Duration justGone) {
    LocalDate same = today().with(TemporalAdjusters.nextOrSame(day));
    LocalDate date = on(same).isAfter(now) ? same : same.plusWeeks(1);
    Instant last = on(date.minusWeeks(1));
    return lately(last, justGone) ? last : on(date);
  }

  Instant yearly(int month, int day, Duration justGone) {
    Instant thisYear = on(LocalDate.of(today().getYear(), month, day));
    if (thisYear.isAfter(now)) {
      Instant lastYear = on(LocalDate.of(today().getYear() - 1, month, 1).plusDays(day - 1L));
      return lately(lastYear, justGone) ? lastYear : thisYear;
    }
    return lately(thisYear, justGone)
        ? thisYear
        : on(LocalDate.of(today().getYear() + 1, month, day));
  }

  private boolean lately(Instant last, Duration justGone) {
    return !last.isBefore(now.minus(justGone));
  }
}
