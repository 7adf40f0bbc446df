package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.driver.Reading;
import dev.orc.activities.watch.HostTruth.Deferral;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Optional<String> EMPTY = Optional.empty();

  @Test
  void anIdleAgentIsGivenItsMail() {
    assertThat(of(Condition.READY, Condition.READY, EMPTY, false))
        .isEqualTo(new Admission(Deferral.NONE, false, null));
  }

  @Test
  void aBusyAgentIsGivenOnlyWhatIsUrgent() {
    assertThat(of(Condition.BUSY, Condition.BUSY, EMPTY, false).deferral())
        .isEqualTo(Deferral.NOT_READY);
    assertThat(of(Condition.BUSY, Condition.BUSY, EMPTY, true).deferral()).isEqualTo(Deferral.NONE);
  }

  @Test
  void nothingIsPastedIntoADialogHoweverUrgent() {
    assertThat(of(Condition.ASKING, Condition.ASKING, EMPTY, true).deferral())
        .isEqualTo(Deferral.NOT_READY);
    assertThat(of(Condition.READY, Condition.ASKING, EMPTY, true).deferral())
        .isEqualTo(Deferral.SCREEN_IN_USE);
    assertThat(of(Condition.STARTING, Condition.READY, EMPTY, true).deferral())
        .isEqualTo(Deferral.NOT_READY);
  }

  @Test
  void hooksAreTrustedBeforeTheScreen() {
    assertThat(scene(Condition.READY, Condition.BUSY, true, EMPTY, false, false).deferral())
        .isEqualTo(Deferral.NONE);
    assertThat(scene(Condition.READY, Condition.BUSY, false, EMPTY, false, false).deferral())
        .isEqualTo(Deferral.SCREEN_IN_USE);
  }

  @Test
  void somebodysTextIsNotDestroyedUnlessItIsUrgent() {
    Optional<String> theirs = Optional.of("could you ple");
    Admission kept = of(Condition.READY, Condition.READY, theirs, false);
    assertThat(kept.deferral()).isEqualTo(Deferral.SCREEN_IN_USE);
    assertThat(kept.detail()).contains("half-typed");
    assertThat(of(Condition.READY, Condition.READY, theirs, true))
        .isEqualTo(new Admission(Deferral.NONE, true, null));
  }

  @Test
  void whatIsLeftOfOurOwnIsCleared() {
    Optional<String> ours = Optional.of("[orc m7 from tester] hello");
    assertThat(of(Condition.READY, Condition.READY, ours, false).clearFirst()).isTrue();
    Optional<String> mark = Optional.of("[Pasted text #1 +20 lines]");
    assertThat(scene(Condition.READY, Condition.READY, true, mark, true, false).clearFirst())
        .isTrue();
  }

  @Test
  void aLimitWithoutAnEndIsTriedAgainAfterAWhile() {
    assertThat(limited(T.minusSeconds(60)).deferral()).isEqualTo(Deferral.NOT_READY);
    assertThat(limited(T.minusSeconds(301)).deferral()).isEqualTo(Deferral.NONE);
  }

  private static Admission limited(Instant since) {
    Sighting truth = sighting(Condition.LIMITED, since);
    Reading screen = Reading.of(Condition.LIMITED);
    return Admission.of(new Admission.Scene(truth, screen, true, EMPTY, false, false, T));
  }

  private static Admission of(
      Condition truth, Condition screen, Optional<String> composer, boolean urgent) {
    return scene(truth, screen, true, composer, false, urgent);
  }

  private static Admission scene(
      Condition truth,
      Condition screen,
      boolean hooks,
      Optional<String> composer,
      boolean oursLeft,
      boolean urgent) {
    return Admission.of(
        new Admission.Scene(
            sighting(truth, T), Reading.of(screen), hooks, composer, oursLeft, urgent, T));
  }

  private static Sighting sighting(Condition condition, Instant since) {
    return new Sighting(
        "developer", 1, condition, since, "@1", "%1", null, null, null, 0, null, null);
  }
}
