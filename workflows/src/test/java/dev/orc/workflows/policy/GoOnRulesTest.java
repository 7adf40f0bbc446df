package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.BrokenTurn.Kind;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.policy.GoOnRules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoOnRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final ProjectSettings SETTINGS = ProjectSettings.DEFAULTS;

  @ParameterizedTest
  @EnumSource(names = {"OVERLOAD", "RATE", "NETWORK", "OTHER"})
  void whatPassesIsTriedAgainWithLongerAndLongerWaits(Kind kind) {
    assertThat(waits(kind)).containsExactly(30L, 60L, 120L, 300L, 600L, 900L, 900L);
  }

  @Test
  void anInterruptionIsOverAtOnce() {
    assertThat(waits(Kind.INTERRUPTED)).startsWith(0L, 30L, 60L);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHENTICATION", "CREDIT"})
  void whatOnlyAPersonCanSettleIsNeverRepeated(Kind kind) {
    assertThat(GoOnRules.nextWord(kind, NOW, null, 0, SETTINGS)).isNull();
    assertThat(GoOnRules.tellsPeople(kind, 0)).isTrue();
  }

  @Test
  void aLimitHasItsOwnTime() {
    Instant reset = NOW.plusSeconds(40);
    assertThat(GoOnRules.nextWord(Kind.LIMIT, NOW, reset, 0, SETTINGS))
        .isEqualTo(reset.plus(SETTINGS.limitMargin()));
    assertThat(GoOnRules.nextWord(Kind.LIMIT, NOW, null, 1, SETTINGS))
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(GoOnRules.tellsPeople(Kind.LIMIT, 9)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // seen, seconds from "it heard" to the broken turn (none: there is none), heard, verdict
    "BUSY, none, true, GOES_ON",
    "BUSY, none, false, GOES_ON",
    "BUSY, -5, true, GOES_ON",
    "READY, none, false, FREE",
    "READY, -5, false, FREE",
    "READY, none, true, GOES_ON",
    "READY, -5, true, OPEN",
    "READY, 5, true, AGAIN",
    "LIMITED, -5, false, OPEN",
    "LIMITED, none, true, AGAIN",
    "ASKING, none, true, OPEN",
    "STARTING, none, true, OPEN",
    "EXITED, none, false, OPEN"
  })
  void whetherItGoesOnIsDecidedInOnePlace(
      Condition seen, String broken, boolean heard, Verdict verdict) {
    BrokenTurn turn =
        broken.equals("none")
            ? null
            : new BrokenTurn(Kind.LIMIT, "t", NOW.plusSeconds(Integer.parseInt(broken)));
    assertThat(GoOnRules.verdict(seen, turn, heard ? NOW : null)).isEqualTo(verdict);
  }

  @Test
  void whoIsCutOffAgainSoonHadNotGoneOn() {
    assertThat(GoOnRules.relapse(NOW, NOW.plusSeconds(599))).isTrue();
    assertThat(GoOnRules.relapse(NOW, NOW.plusSeconds(600))).isFalse();
    assertThat(GoOnRules.relapse(null, NOW)).isTrue();
  }

  @Test
  void peopleHearOfItWhenItDoesNotHelp() {
    assertThat(GoOnRules.tellsPeople(Kind.OVERLOAD, 3)).isFalse();
    assertThat(GoOnRules.tellsPeople(Kind.OVERLOAD, 4)).isTrue();
  }

  @Test
  void theFirstRestartComesAtOnceAndTheOthersLaterAndLater() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(n -> RestartRules.wait(n, SETTINGS)))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 30L, 60L, 120L, 240L, 480L, 600L);
  }

  private static List<Long> waits(Kind kind) {
    return IntStream.range(0, 7)
        .mapToObj(said -> GoOnRules.nextWord(kind, NOW, null, said, SETTINGS))
        .map(at -> Duration.between(NOW, at).toSeconds())
        .toList();
  }
}
