package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredNewsTest {
  private static final Instant T = Instant.ofEpochSecond(1_000);
  private static final List<String> GONE = List.of("developer gone");
  private final AnsweredNews answered = new AnsweredNews();

  @Test
  void theSameNewsIsNotToldTwiceInARow() {
    answered.told("shop", GONE, T);
    assertThat(answered.fresh("shop", GONE, T.plusMillis(999))).isFalse();
    assertThat(answered.fresh("shop", List.of("tester gone"), T)).isTrue();
    assertThat(answered.fresh("other", GONE, T)).isTrue();
    assertThat(answered.fresh("shop", GONE, T.plusSeconds(1))).isTrue();
  }

  @Test
  void theSameNewsIsToldAfterEverLongerTimes() {
    answered.told("shop", GONE, T);
    answered.told("shop", GONE, T.plusSeconds(1));
    assertThat(answered.fresh("shop", GONE, T.plusMillis(2_999))).isFalse();
    assertThat(answered.fresh("shop", GONE, T.plusSeconds(3))).isTrue();
  }

  @Test
  void anAnswerWithoutNewsIsNotRemembered() {
    answered.told("shop", GONE, T);
    answered.told("shop", List.of(), T);
    assertThat(answered.fresh("shop", GONE, T)).isFalse();
  }

  @Test
  void aClockThatJumpsWithholdsNothing() {
    answered.told("shop", GONE, T);
    assertThat(answered.fresh("shop", GONE, T.minusSeconds(7_200))).isTrue();
    answered.told("shop", GONE, T.minusSeconds(7_200));
    assertThat(answered.fresh("shop", GONE, T.plusSeconds(7_200))).isTrue();
  }
}
