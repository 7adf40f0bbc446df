package dev.orc.activities.tell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private final DigestRules rules = new DigestRules(3, Duration.ofMinutes(10));

  @Test
  void aFewComeOneByOne() {
    assertThat(rules.next(3, List.of(), NOW)).isEqualTo(1);
    assertThat(rules.next(1, ago(9, 5), NOW)).isEqualTo(1);
  }

  @Test
  void manyComeTogether() {
    assertThat(rules.next(4, List.of(), NOW)).isEqualTo(4);
    assertThat(rules.next(2, ago(9, 5), NOW)).isEqualTo(2);
  }

  @Test
  void afterSoManyTheNextWaitsUntilTheWindowHasPassed() {
    assertThat(rules.mayBeSent(ago(9, 5), NOW)).isEqualTo(NOW);
    assertThat(rules.mayBeSent(ago(9, 5, 1), NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    assertThat(rules.mayBeSent(ago(11, 5, 1), NOW)).isEqualTo(NOW);
    assertThat(rules.mayBeSent(Collections.nCopies(9, NOW), NOW))
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
  }

  private static List<Instant> ago(int... minutes) {
    return java.util.Arrays.stream(minutes)
        .mapToObj(each -> NOW.minus(Duration.ofMinutes(each)))
        .toList();
  }
}
