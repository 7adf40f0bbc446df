package dev.orc.activities.agent.driver;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a calendar and a clock, as {@code Jun 3 at 4pm (Europe/Berlin)}. Pure. */
final class CalendarTime {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String DAY =
      "(?<day>tomorrow|today|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
          + "|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b,?";
  private static final String DATE =
      "(?<month>"
          + String.join("|", MONTHS)
          + ")[a-z]*\\.?\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+(?<year>\\d{4})\\b)?,?";
  private static final String CLOCK =
      "(?<hour>\\d{1,2})(?:(?::(?<minute>\\d\\d)(?::(?<second>\\d\\d))?)?\\s?(?<half>[ap])\\.?m\\b\\.?"
          + "|:(?<minute24>\\d\\d)(?::(?<second24>\\d\\d))?\\b)";
  private static final String ZONE =
      "(?:\\s*\\((?<zone>[^()]{1,40})\\)|\\s+(?<short>UTC|GMT|[A-Z]{1,3}T)\\b)";

  /** Everything that can be read, for the middle of other expressions. */
  static final String FORM =
      String.format(
              "(?:%1$s\\s*)?(?:%2$s\\s*)?(?:at\\s+)?%3$s%4$s?|(?:%2$s|%1$s)%4$s?",
              DAY, DATE, CLOCK, ZONE)
          .replaceAll("\\(\\?<[a-z0-9]+>", "(?:");

  private static final Pattern DATED =
      Pattern.compile(
          String.format("\\b(?:%s\\s*)?(?:%s\\s*)?(?:at\\s+)?%s%s?", DAY, DATE, CLOCK, ZONE),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE_ALONE =
      Pattern.compile(
          String.format("\\b(?:%s\\s*)?(?:%s)%s?", DAY, DATE, ZONE), Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_ALONE =
      Pattern.compile(String.format("\\b%s%s?", DAY, ZONE), Pattern.CASE_INSENSITIVE);

  private static final Duration JUST_NOW = Duration.ofHours(1);
  private static final Duration TODAY = Duration.ofHours(12);
  private static final Duration THIS_SEASON = Duration.ofDays(90);

  private CalendarTime() {}

  static Optional<Instant> read(String text, Instant now, ZoneId zone, Duration longest) {
    try {
      Matcher dated = DATED.matcher(text);
      if (dated.find()) {
        Occurrences found = new Occurrences(time(dated), ZoneNames.zone(dated, zone), now);
        return Optional.of(dated(dated, found, longest));
      }
      Matcher date = DATE_ALONE.matcher(text);
      if (date.find()) {
        Occurrences found = new Occurrences(LocalTime.MIN, ZoneNames.zone(date, zone), now);
        return Optional.of(onDate(date, found));
      }
      Matcher day = DAY_ALONE.matcher(text);
      if (day.find()) {
        Occurrences found = new Occurrences(LocalTime.MIN, ZoneNames.zone(day, zone), now);
        return Optional.of(onDay(day.group("day"), found));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant dated(Matcher text, Occurrences found, Duration longest) {
    if (text.group("month") != null) {
      return onDate(text, found);
    }
    if (text.group("day") != null) {
      return onDay(text.group("day"), found);
    }
    return found.daily(longest, JUST_NOW);
  }

  private static Instant onDate(Matcher text, Occurrences found) {
    int month = MONTHS.indexOf(text.group("month").toLowerCase(Locale.ROOT)) + 1;
    int date = Integer.parseInt(text.group("date"));
    if (text.group("year") != null) {
      return found.on(LocalDate.of(Integer.parseInt(text.group("year")), month, date));
    }
    return found.yearly(month, date, THIS_SEASON);
  }

  private static Instant onDay(String day, Occurrences found) {
    String start = day.toLowerCase(Locale.ROOT).substring(0, 3);
    return switch (start) {
      case "tom" -> found.on(found.today().plusDays(1));
      case "tod" -> found.on(found.today());
      default -> found.weekly(DayOfWeek.of(DAYS.indexOf(start) + 1), TODAY);
    };
  }

  private static LocalTime time(Matcher text) {
    int hour = Integer.parseInt(text.group("hour"));
    String half = text.group("half");
    if (half == null) {
      return LocalTime.of(hour, number(text, "minute24"), number(text, "second24"));
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of a half day: " + hour);
    }
    int from = half.equalsIgnoreCase("p") ? 12 : 0;
    return LocalTime.of(from + hour % 12, number(text, "minute"), number(text, "second"));
  }

  private static int number(Matcher text, String group) {
    return text.group(group) == null ? 0 : Integer.parseInt(text.group(group));
  }
}
