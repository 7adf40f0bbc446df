package dev.orc.activities.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.driver.Reading;
import dev.orc.workflows.model.Condition;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScreenTurnTest {
  private static final Instant T = Instant.ofEpochSecond(1_000);
  private final ScreenTurn turn = new ScreenTurn();

  @Test
  void aScreenThatWasNeverSeenIsWanted() {
    assertThat(turn.due(900, T, null)).isTrue();
  }

  @Test
  void aSilentPaneIsNotReadAgain() {
    turn.taken(900, T);
    assertThat(turn.due(900, T.plusSeconds(60), null)).isFalse();
  }

  @Test
  void outputInTheSecondOfTheCaptureIsReadOnceMore() {
    turn.taken(1_000, T.plusMillis(200));
    assertThat(turn.due(1_000, T.plusMillis(900), null)).isTrue();
    turn.taken(1_000, T.plusMillis(1_100));
    assertThat(turn.due(1_000, T.plusMillis(2_000), null)).isFalse();
  }

  @Test
  void aBusyPaneIsNotReadAllTheTime() {
    turn.taken(1_000, T);
    assertThat(turn.due(1_000, T.plusMillis(299), null)).isFalse();
    assertThat(turn.due(1_000, T.plusMillis(300), null)).isTrue();
  }

  @Test
  void whileHooksSpeakTheScreenIsNotRead() {
    assertThat(turn.due(1_000, T.plusMillis(900), T)).isFalse();
    assertThat(turn.due(1_000, T.plusSeconds(9), T)).isFalse();
    assertThat(turn.due(1_001, T.plusMillis(1_400), T)).isFalse();
    assertThat(turn.due(1_001, T.plusMillis(1_600), T)).isTrue();
  }

  @Test
  void aLimitTextThatStaysAfterItsTimeIsNoNewLimit() {
    Reading limited = new Reading(Condition.LIMITED, "resets 3pm", T.plusSeconds(10));
    Reading tomorrow = new Reading(Condition.LIMITED, "resets 3pm", T.plusSeconds(86_410));
    assertThat(turn.withoutSpentLimit(limited, null, T)).isEqualTo(limited);
    assertThat(turn.withoutSpentLimit(tomorrow, limited, T.plusSeconds(11)).condition())
        .isEqualTo(Condition.READY);
    Reading other = new Reading(Condition.LIMITED, "resets 8pm", T.plusSeconds(900));
    assertThat(turn.withoutSpentLimit(other, limited, T.plusSeconds(12))).isEqualTo(other);
  }

  @Test
  void aClockThatJumpsNeitherBlindsNorFloods() {
    turn.taken(1_000, T);
    Instant back = T.minusSeconds(7_200);
    assertThat(turn.due(1_000, back, null)).isTrue();
    turn.taken(1_000, back.plusMillis(10));
    assertThat(turn.due(1_000, back.plusMillis(20), null)).isFalse();

    Instant ahead = T.plusSeconds(7_200);
    assertThat(turn.due(1_000, ahead, null)).isFalse();
    assertThat(turn.due(ahead.getEpochSecond(), ahead, null)).isTrue();
  }
}
