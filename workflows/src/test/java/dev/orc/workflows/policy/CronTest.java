package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *          | 2026-11-20T10:00:00Z | 2026-11-20T10:01:00Z",
        "*/15 * * * *       | 2026-11-20T10:00:00Z | 2026-11-20T10:15:00Z",
        "5/20 * * * *       | 2026-11-20T10:30:00Z | 2026-11-20T10:45:00Z",
        "0 9-17/4 * * *     | 2026-11-20T10:00:00Z | 2026-11-20T13:00:00Z",
        "0,30 8 * * mon-fri | 2026-11-20T09:00:00Z | 2026-11-23T08:00:00Z",
        "0 0 * * 7          | 2026-11-20T09:00:00Z | 2026-11-22T00:00:00Z",
        "0 0 29 2 *         | 2026-11-20T09:00:00Z | 2028-02-29T00:00:00Z",
        "0 0 1 * mon        | 2026-11-20T09:00:00Z | 2026-11-23T00:00:00Z",
        "0 0 1 jan *        | 2026-11-20T09:00:00Z | 2027-01-01T00:00:00Z",
      })
  void findsTheNextTime(String cron, Instant after, Instant next) {
    assertThat(Cron.parse(cron).next(after, UTC)).isEqualTo(next);
  }

  @Test
  void aTimeInTheGapOfSpringMovesByTheGap() {
    Instant before = Instant.parse("2026-03-28T12:00:00Z");
    assertThat(Cron.parse("30 2 * * *").next(before, BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
    assertThat(Cron.parse("30 2 * * *").next(Instant.parse("2026-03-29T01:30:00Z"), BERLIN))
        .isEqualTo("2026-03-30T00:30:00Z");
  }

  @Test
  void aTimeInTheRepeatedHourOfAutumnCountsOnce() {
    Cron cron = Cron.parse("30 2 * * *");
    Instant first = cron.next(Instant.parse("2026-10-24T12:00:00Z"), BERLIN);
    assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(cron.next(first, BERLIN)).isEqualTo("2026-10-26T01:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "x * * * *",
        "5-1 * * * *",
        "*/0 * * * *",
        "1,,2 * * * *",
        "- * * * *"
      })
  void refusesWhatIsNoCalendar(String cron) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cron.parse(cron));
  }

  @Test
  void refusesADayThatNeverComes() {
    Cron never = Cron.parse("0 0 31 2 *");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> never.next(Instant.parse("2026-11-20T09:00:00Z"), UTC));
  }
}
