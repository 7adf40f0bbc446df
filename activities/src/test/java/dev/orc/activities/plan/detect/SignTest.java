package dev.orc.activities.plan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignTest {
  private static final Sign<String> SIGN =
      Sign.spec("x", 1, "database|production", "names a trait");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There is no database.",
        "It runs without a database.",
        "It is not for production.",
        "It must not use the database",
        "Do not deploy to production",
        "Never use any external database",
        "It doesn't need a database"
      })
  void whatIsDeniedIsNoSign(String spec) {
    assertThat(SIGN.seenIn(ProjectTree.none(), spec)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It has a database.",
        "It must not lose what is in the database",
        "No user waits: production is watched",
        "There is no database in tests, but a database elsewhere"
      })
  void whatIsSaidIsOne(String spec) {
    assertThat(SIGN.seenIn(ProjectTree.none(), spec)).isPresent();
  }
}
