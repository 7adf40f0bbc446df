package dev.orc.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntegrationRulesTest {
  @Test
  void threeFailuresOfTheSameWorkAreEnough() {
    assertThat(IntegrationRules.tries(0, false, false)).isTrue();
    assertThat(IntegrationRules.tries(2, false, false)).isTrue();
    assertThat(IntegrationRules.tries(3, false, false)).isFalse();
    assertThat(IntegrationRules.tries(7, false, false)).isFalse();
  }

  @Test
  void whatIsNewIsTriedAndSoIsWhatAPersonAsksFor() {
    assertThat(IntegrationRules.tries(3, true, false)).isTrue();
    assertThat(IntegrationRules.tries(3, false, true)).isTrue();
  }

  @Test
  void aPersonIsToldOfTheThirdFailure() {
    assertThat(IntegrationRules.needsPerson(2)).isFalse();
    assertThat(IntegrationRules.needsPerson(3)).isTrue();
  }
}
