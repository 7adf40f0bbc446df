package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.policy.RetryRules.Failed;
import dev.orc.workflows.policy.RetryRules.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final BatchSettings SETTINGS = BatchSettings.DEFAULTS;

  /** After how many minutes, and whether it is looked into; no minutes: people are told. */
  @ParameterizedTest
  @CsvSource({
    "TIMEOUT,      1, 0,   1, true",
    "TIMEOUT,      2, 0,   2, true",
    "TIMEOUT,      3, 0,   4, true",
    "TIMEOUT,      4, 0,    , ",
    "CONFLICT,     1, 0,   1, true",
    "CONFLICT,     4, 0,    , ",
    "VERIFICATION, 1, 0,   1, true",
    "REPORTED,     1, 0,   1, true",
    "REPORTED,     4, 0,    , ",
    "CRASH_LOOP,   1, 0,   1, false",
    "CRASH_LOOP,   2, 0,   2, true",
    "CRASH_LOOP,   4, 0,    , ",
    "OTHER,        1, 0,   1, false",
    "OTHER,        3, 0,   4, true",
    "OTHER,        4, 0,    , ",
    ",             1, 0,   1, false",
    ",             4, 0,    , ",
    "BAD_SPEC,     1, 0,    , ",
    "LIMIT,        0, 0, 300, false",
    "LIMIT,        9, 0, 300, false",
    "HOST_LOST,    0, 1,   1, false",
    "HOST_LOST,    3, 2,   2, false",
    "HOST_LOST,    0, 10, 30, false",
    "HOST_LOST,    0, 11,   , ",
  })
  void treatsEachKindInItsOwnWay(
      FailureKind kind, int failures, int lost, Integer minutes, Boolean research) {
    Verdict verdict = RetryRules.judge(new Failed(kind, null, failures, lost), SETTINGS, NOW);
    if (minutes == null) {
      assertThat(verdict).isInstanceOf(Verdict.Escalate.class);
    } else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.Again.class,
              again -> {
                assertThat(again.at()).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
                assertThat(again.research()).isEqualTo(research);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T15:00:00Z, 2026-11-20T15:02:00Z",
    "2026-11-20T10:00:10Z, 2026-11-20T10:02:10Z",
    "2026-11-20T09:00:00Z, 2026-11-20T10:01:00Z",
  })
  void waitsForALimitToEndAndNeverTriesAtOnce(Instant notBefore, Instant at) {
    Failed limited = new Failed(FailureKind.LIMIT, notBefore, 0, 0);
    assertThat(RetryRules.judge(limited, SETTINGS, NOW))
        .isInstanceOfSatisfying(Verdict.Again.class, it -> assertThat(it.at()).isEqualTo(at));
  }

  @Test
  void doublesTheWaitUpToTheLongest() {
    Failed failed = new Failed(FailureKind.TIMEOUT, null, 9, 0);
    assertThat(RetryRules.judge(failed, settings(20, ResearchMode.AGENT), NOW))
        .isInstanceOfSatisfying(
            Verdict.Again.class,
            it -> assertThat(it.at()).isEqualTo(NOW.plus(Duration.ofMinutes(30))));
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void looksIntoNothingWhenResearchIsOff(FailureKind kind) {
    Failed failed = new Failed(kind, null, 2, 1);
    if (RetryRules.judge(failed, settings(3, ResearchMode.OFF), NOW)
        instanceof Verdict.Again again) {
      assertThat(again.research()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void onlyAnAbsentHostAndALimitAreNoTry(FailureKind kind) {
    boolean free = kind == FailureKind.LIMIT || kind == FailureKind.HOST_LOST;
    assertThat(RetryRules.counts(kind)).isEqualTo(!free);
  }

  private static BatchSettings settings(int retries, ResearchMode mode) {
    return new BatchSettings(
        1,
        true,
        SETTINGS.level(),
        mode,
        retries,
        SETTINGS.retryFirst(),
        SETTINGS.retryLongest(),
        SETTINGS.emptyFor(),
        SETTINGS.sameWithin(),
        SETTINGS.lookEvery(),
        SETTINGS.roomEvery(),
        4_000);
  }
}
