package dev.orc.activities.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredNewsTest {
  private static final Instant T = Instant.ofEpochSecond(1_000);
  private final AnsweredNews answered = new AnsweredNews();

  @Test
  void theSameNewsIsNotToldTwiceInARow() {
    answered.told("shop", List.of("developer gone"), T);
    assertThat(answered.fresh("shop", List.of("developer gone"), T.plusSeconds(1))).isFalse();
    assertThat(answered.fresh("shop", List.of("tester gone"), T.plusSeconds(1))).isTrue();
    assertThat(answered.fresh("other", List.of("developer gone"), T.plusSeconds(1))).isTrue();
    assertThat(answered.fresh("shop", List.of("developer gone"), T.plusSeconds(5))).isTrue();
  }
}
