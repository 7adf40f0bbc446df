package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may do what. */
class TokensTest {
  private final Tokens tokens = Tokens.random();

  @Test
  void eachTokenGivesItsOwnAccess() {
    assertThat(tokens.access("Bearer " + tokens.operator())).contains(Tokens.Access.OPERATOR);
    assertThat(tokens.access("Bearer " + tokens.viewer())).contains(Tokens.Access.VIEWER);
  }

  @Test
  void nothingElseGivesAny() {
    assertThat(tokens.access(null)).isEmpty();
    assertThat(tokens.access("")).isEmpty();
    assertThat(tokens.access(tokens.operator())).isEmpty();
    assertThat(tokens.access("Bearer ")).isEmpty();
    assertThat(tokens.access("Bearer " + tokens.operator() + "x")).isEmpty();
  }

  @Test
  void areLongDifferentAndNeverPrinted() {
    assertThat(tokens.operator()).hasSizeGreaterThan(40).isNotEqualTo(tokens.viewer());
    assertThat(tokens.operator()).isNotEqualTo(Tokens.random().operator());
    assertThat(tokens.toString()).doesNotContain(tokens.operator(), tokens.viewer());
  }
}
