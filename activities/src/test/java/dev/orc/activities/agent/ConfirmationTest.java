package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
  @Test
  void aQuickProgramIsSentAnotherEnterSoonAndLaterLessSo() {
    Duration quick = Duration.ofMillis(30);
    assertThat(Confirmation.wait(1, quick, false)).isEqualTo(Duration.ofMillis(250));
    assertThat(Confirmation.wait(3, quick, false)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aProgramThatTellsOfPromptsHasTimeToTell() {
    Duration quick = Duration.ofMillis(30);
    assertThat(Confirmation.wait(1, quick, true)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Confirmation.wait(5, quick, true)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aProgramThatIsBehindItsKeysHasSeveralTimesTheTimeThatItTookToShowTheText() {
    assertThat(Confirmation.wait(1, Duration.ofMillis(600), false))
        .isEqualTo(Duration.ofMillis(2_400));
    assertThat(Confirmation.wait(1, Duration.ofSeconds(20), true)).isEqualTo(Duration.ofSeconds(5));
  }
}
