package dev.orc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastMomentTest {
  /** Half past ten in the morning there, two hours before UTC. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-20T08:30:00Z"), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "22:00, 2026-07-19T20:00:00Z",
    "10:30, 2026-07-20T08:30:00Z",
    "10:31, 2026-07-19T08:31:00Z",
    "8h, 2026-07-20T00:30:00Z",
    "1H30m, 2026-07-20T07:00:00Z",
    "2026-07-19T22:00, 2026-07-19T20:00:00Z",
    "2026-07-19 22:00, 2026-07-19T20:00:00Z",
    "2026-07-19T22:00:00Z, 2026-07-19T22:00:00Z",
    "2026-07-19T22:00+01:00, 2026-07-19T21:00:00Z"
  })
  void isMeantWhereTheReaderIs(String text, Instant moment) {
    assertThat(PastMoment.of("--since", text, CLOCK)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "25:00", "-8h", "2026-07-41T22:00", "999999999999999d"})
  void whatIsNoneIsSaidSo(String text) {
    assertThatThrownBy(() -> PastMoment.of("--since", text, CLOCK))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is no moment for --since");
  }

  @Test
  void whatIsToComeIsRefused() {
    assertThatThrownBy(() -> PastMoment.of("--since", "2026-07-20T10:31", CLOCK))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is yet to come");
  }
}
