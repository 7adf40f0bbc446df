package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Schedule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void onceHasNoNext() {
    assertThat(DueTimes.first(Schedule.in(30), NOW)).isEqualTo("2026-11-20T10:30:00Z");
    assertThat(DueTimes.next(Schedule.in(30), NOW, NOW)).isNull();
  }

  @Test
  void repetitionsKeepTheirRhythmAndDoNotPileUp() {
    Schedule schedule = Schedule.every(20);
    assertThat(DueTimes.first(schedule, NOW)).isEqualTo("2026-11-20T10:20:00Z");
    assertThat(DueTimes.next(schedule, NOW, NOW)).isEqualTo("2026-11-20T10:20:00Z");
    assertThat(DueTimes.next(schedule, NOW, NOW.plusSeconds(3_000)))
        .isEqualTo("2026-11-20T11:00:00Z");
  }

  @Test
  void dailyIsReadInItsZoneAndFollowsItsClockChange() {
    Schedule schedule = new Schedule(null, null, "09:00", null, "Europe/Berlin");
    assertThat(DueTimes.first(schedule, NOW)).isEqualTo("2026-11-21T08:00:00Z");
    Instant summer = Instant.parse("2026-10-24T07:00:00Z");
    assertThat(DueTimes.next(schedule, summer, summer)).isEqualTo("2026-10-25T08:00:00Z");
    Schedule shortForm = new Schedule(null, null, "9:30", null, null);
    assertThat(DueTimes.first(shortForm, NOW)).isEqualTo("2026-11-21T09:30:00Z");
  }
}
