package dev.orc.activities.tell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Need;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorningRulesTest {
  private static final MorningRules RULES =
      new MorningRules(LocalTime.of(7, 30), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    // ended, told
    "2026-01-02T03:04:05Z, 2026-01-02T06:30:00Z",
    "2026-01-02T06:30:00Z, 2026-01-02T06:30:00Z",
    "2026-01-02T06:30:01Z, 2026-01-03T06:30:00Z",
    "2026-03-28T20:00:00Z, 2026-03-29T05:30:00Z"
  })
  void endsWaitForTheNextMorningOfTheirZone(Instant ended, Instant told) {
    assertThat(RULES.due(Need.end("p", "completed", "see", ended, null))).isEqualTo(told);
  }

  @Test
  void whatNeedsAPersonWaitsForNoMorning() {
    Need need = new Need("n", "p", null, "what", "do", Instant.EPOCH);
    assertThat(RULES.due(need)).isEqualTo(Instant.MIN);
    Need end = Need.end("p", "completed", "see", Instant.EPOCH, null);
    assertThat(MorningRules.AT_ONCE.due(end)).isEqualTo(Instant.MIN);
  }
}
