package dev.orc.activities.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** 2026-06-03 is a Wednesday; Berlin is two hours ahead of UTC, New York four behind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // The zone of the text, or else the host's.
        "resets 3:45pm (America/New_York) | 2026-06-03T10:00:00Z | 2026-06-03T19:45:00Z",
        "resets 7pm (UTC)                 | 2026-06-03T10:00:00Z | 2026-06-03T19:00:00Z",
        "resets 3pm                       | 2026-06-03T10:00:00Z | 2026-06-03T13:00:00Z",
        "reset at 4:30 pm                 | 2026-06-03T10:00:00Z | 2026-06-03T14:30:00Z",
        "try again at 6:44 PM.            | 2026-06-03T10:00:00Z | 2026-06-03T16:44:00Z",
        "Access resets at 3:45 PM PDT.    | 2026-06-03T10:00:00Z | 2026-06-03T22:45:00Z",
        "resets 18:44                     | 2026-06-03T10:00:00Z | 2026-06-03T16:44:00Z",
        "resets 3:45:12pm (UTC)           | 2026-06-03T10:00:00Z | 2026-06-03T15:45:12Z",
        "resets 3 p.m. (UTC)              | 2026-06-03T10:00:00Z | 2026-06-03T15:00:00Z",
        // Noon and midnight.
        "resets 12pm (UTC)                | 2026-06-03T10:00:00Z | 2026-06-03T12:00:00Z",
        "resets 12:30am (UTC)             | 2026-06-03T10:00:00Z | 2026-06-04T00:30:00Z",
        // The next day, where today's time is long gone; the last, where it has just gone by.
        "resets 3am (UTC)                 | 2026-06-03T23:00:00Z | 2026-06-04T03:00:00Z",
        "resets 9am (UTC)                 | 2026-06-03T10:30:00Z | 2026-06-04T09:00:00Z",
        "resets 10am (UTC)                | 2026-06-03T10:30:00Z | 2026-06-03T10:00:00Z",
        "resets 10am (UTC)                | 2026-06-03T10:00:00Z | 2026-06-03T10:00:00Z",
        "resets 11:50pm (UTC)             | 2026-06-03T00:10:00Z | 2026-06-02T23:50:00Z",
        // The day of the text's zone is not the day of UTC.
        "resets 1am (Asia/Tokyo)          | 2026-06-03T20:00:00Z | 2026-06-04T16:00:00Z",
        // Week days.
        "resets Mon 12:00am (UTC)         | 2026-06-03T10:00:00Z | 2026-06-08T00:00:00Z",
        "resets Mon 12:00am               | 2026-06-03T10:00:00Z | 2026-06-07T22:00:00Z",
        "resets Wed 9pm (UTC)             | 2026-06-03T10:00:00Z | 2026-06-03T21:00:00Z",
        "resets Wed 9am (UTC)             | 2026-06-03T10:00:00Z | 2026-06-03T09:00:00Z",
        "resets Tue 9am (UTC)             | 2026-06-03T10:00:00Z | 2026-06-09T09:00:00Z",
        "resets Thursday at 9am (UTC)     | 2026-06-03T10:00:00Z | 2026-06-04T09:00:00Z",
        "resets Monday (UTC)              | 2026-06-03T10:00:00Z | 2026-06-08T00:00:00Z",
        // Dates.
        "resets Jun 3 at 4pm (Europe/Berlin)  | 2026-06-02T10:00:00Z | 2026-06-03T14:00:00Z",
        "resets Jun 3 at 4pm (Europe/Berlin)  | 2026-06-03T15:00:00Z | 2026-06-03T14:00:00Z",
        "resets Jun 3, 4pm (UTC)              | 2026-06-02T10:00:00Z | 2026-06-03T16:00:00Z",
        "resets Jan 2 at 4pm (UTC)            | 2026-12-30T10:00:00Z | 2027-01-02T16:00:00Z",
        "resets Dec 30 at 4pm (UTC)           | 2027-01-02T10:00:00Z | 2026-12-30T16:00:00Z",
        "resets Jun 5 (UTC)                   | 2026-06-03T10:00:00Z | 2026-06-05T00:00:00Z",
        "resets Fri, Jun 5 at 4pm (UTC)       | 2026-06-03T10:00:00Z | 2026-06-05T16:00:00Z",
        "try again at Jun 5th, 2026 6:44 PM.  | 2026-06-03T10:00:00Z | 2026-06-05T16:44:00Z",
        "resets tomorrow at 4pm (UTC)         | 2026-06-03T10:00:00Z | 2026-06-04T16:00:00Z",
        // From now on.
        "in 2 days 17 hours 14 minutes        | 2026-06-03T10:00:00Z | 2026-06-06T03:14:00Z",
        "try again in 45 minutes.             | 2026-06-03T10:00:00Z | 2026-06-03T10:45:00Z",
        "resets in 3h 5m                      | 2026-06-03T10:00:00Z | 2026-06-03T13:05:00Z",
        "in 1 hour, 2 minutes and 3 seconds   | 2026-06-03T10:00:00Z | 2026-06-03T11:02:03Z",
        // What needs no context.
        "usage limit reached|1780495200       | 2026-06-03T10:00:00Z | 2026-06-03T14:00:00Z",
      })
  void readsWhatProgramsPrint(String line) {
    String[] parts = line.split("\\|(?=\\s*\\d{4}-)", 3);
    assertThat(ResetTime.read(parts[0].strip(), Instant.parse(parts[1].strip()), BERLIN))
        .contains(Instant.parse(parts[2].strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "resets soon",
        "resets 25:00",
        "resets 13pm",
        "resets 3:75pm",
        "resets 0am",
        "resets 3pm (Mars/Olympus)",
        "resets Feb 30 at 3pm (UTC)",
        "5-hour limit reached",
        "monthly limit",
        "resets 3",
      })
  void saysNothingOfWhatItCannotRead(String text) {
    assertThat(ResetTime.read(text, Instant.parse("2026-06-03T10:00:00Z"), BERLIN)).isEmpty();
  }

  /** In Berlin the clocks go forward on 2026-03-29 at 2:00, and back on 2026-10-25 at 3:00. */
  @ParameterizedTest
  @CsvSource({
    "resets 3am, 2026-03-28T22:00:00Z, 2026-03-29T01:00:00Z",
    "resets 2:30am, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z",
    "resets 9am, 2026-03-28T22:00:00Z, 2026-03-29T07:00:00Z",
    "resets 2:30am, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
    "resets 9am, 2026-10-24T22:00:00Z, 2026-10-25T08:00:00Z",
    "resets Mon 12:00am, 2026-10-23T22:00:00Z, 2026-10-25T23:00:00Z",
  })
  void keepsToTheClockWhenItChanges(String text, String now, String expected) {
    assertThat(ResetTime.read(text, Instant.parse(now), BERLIN)).contains(Instant.parse(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-03T10:00:00Z, 2026-06-03T13:00:00Z",
    "2026-06-03T13:00:30Z, 2026-06-03T13:00:00Z",
    "2026-06-03T19:00:00Z, 2026-06-03T13:00:00Z",
    "2026-06-04T06:59:00Z, 2026-06-03T13:00:00Z",
    "2026-06-04T07:00:00Z, 2026-06-04T13:00:00Z",
  })
  void aTimeFurtherAheadThanTheLimitCanLastIsOver(String now, String expected) {
    assertThat(ResetTime.read("3pm", Instant.parse(now), BERLIN, Duration.ofHours(6)))
        .contains(Instant.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resets 3:45pm (America/New_York) and so on | 3:45pm (America/New_York)",
        "resets Jun 3 at 4pm (Europe/Berlin)   x    | Jun 3 at 4pm (Europe/Berlin)",
        "resets Mon 12:00am (UTC)                   | Mon 12:00am (UTC)",
        "resets 3pm /upgrade to increase            | 3pm",
        "resets 2 days 17 hours 14 minutes. Bye     | 2 days 17 hours 14 minutes",
        "resets Jun 5th, 2026 6:44 PM.              | Jun 5th, 2026 6:44 PM",
        "resets 3:45 PM PDT.                        | 3:45 PM PDT",
      })
  void itsFormEndsWhereTheTimeEnds(String text, String expected) {
    Matcher matcher = Pattern.compile("resets " + ResetTime.form()).matcher(text);
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.group("reset").strip().replaceAll("\\.$", "")).isEqualTo(expected);
  }
}
