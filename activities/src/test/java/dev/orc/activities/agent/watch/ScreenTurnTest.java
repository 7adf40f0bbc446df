package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Reading;
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
    assertThat(turn.due(1_000, T.plusMillis(999), T)).isFalse();
    turn.taken(1_000, T.plusMillis(1_100));
    assertThat(turn.due(1_002, T.plusMillis(2_599), T.plusMillis(1_700))).isFalse();
    assertThat(turn.due(1_002, T.plusMillis(2_700), T.plusMillis(1_700))).isTrue();
  }

  @Test
  void oneLookFollowsAHookThatStaysSilent() {
    turn.taken(999, T.minusSeconds(60));
    assertThat(turn.due(999, T.plusMillis(1_000), T)).isTrue();
    turn.taken(999, T.plusMillis(1_000));
    assertThat(turn.due(999, T.plusSeconds(60), T)).isFalse();
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
