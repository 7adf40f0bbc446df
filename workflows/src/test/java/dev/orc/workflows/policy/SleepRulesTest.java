package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SleepRulesTest {
  private static final Instant ALARM = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void anAlarmThatIsHeardHoursLateMeansSleep() {
    assertThat(SleepRules.slept(ALARM, ALARM.plus(Duration.ofHours(8))))
        .isEqualTo(Duration.ofHours(8));
  }

  @Test
  void aLittleLateEarlyOrNeverSetMeansNothing() {
    assertThat(SleepRules.slept(ALARM, ALARM.plus(Duration.ofMinutes(5)))).isZero();
    assertThat(SleepRules.slept(ALARM, ALARM.minus(Duration.ofHours(1)))).isZero();
    assertThat(SleepRules.slept(null, ALARM)).isZero();
  }
}
