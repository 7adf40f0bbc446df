package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.policy.FailureRules.Hindrance;
import dev.orc.workflows.policy.FailureRules.Late;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureRulesTest {
  private static final Duration WORKED = Duration.ofHours(4);
  private static final Duration NONE = Duration.ZERO;

  @Test
  void whatCanNotBeBegunAsItIsIsNeverTriedAgain() {
    assertThat(FailureRules.ground(Hindrance.LASTING, false)).isEqualTo(FailureKind.BAD_SPEC);
    assertThat(FailureRules.ground(Hindrance.PASSING, false)).isEqualTo(FailureKind.OTHER);
    assertThat(FailureRules.ground(Hindrance.SILENCE, false)).isEqualTo(FailureKind.HOST_LOST);
    assertThat(FailureRules.ground(Hindrance.LASTING, true)).isEqualTo(FailureKind.OTHER);
  }

  @Test
  void whatTookTheTimeDecides() {
    Duration most = WORKED.dividedBy(2).plusSeconds(1);
    assertThat(late(NONE, NONE, false, null)).isEqualTo(FailureKind.TIMEOUT);
    assertThat(late(most, most, true, FailureKind.CONFLICT)).isEqualTo(FailureKind.LIMIT);
    assertThat(late(NONE, most.multipliedBy(3), true, null)).isEqualTo(FailureKind.LIMIT);
    assertThat(late(NONE, WORKED, true, FailureKind.CONFLICT)).isEqualTo(FailureKind.CRASH_LOOP);
    assertThat(late(NONE, NONE, false, FailureKind.CONFLICT)).isEqualTo(FailureKind.CONFLICT);
    assertThat(late(NONE, NONE, false, FailureKind.VERIFICATION))
        .isEqualTo(FailureKind.VERIFICATION);
  }

  @Test
  void withoutAnyTimeThereWasNoLimit() {
    Late nothing = new Late(NONE, NONE, NONE, 3, false, null);
    assertThat(FailureRules.late(nothing)).isEqualTo(FailureKind.TIMEOUT);
  }

  private static FailureKind late(
      Duration lead, Duration team, boolean givenUp, FailureKind integration) {
    return FailureRules.late(new Late(WORKED, lead, team, 3, givenUp, integration));
  }
}
