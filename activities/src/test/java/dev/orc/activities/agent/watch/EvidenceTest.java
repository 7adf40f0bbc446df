package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Reading;
import dev.orc.activities.agent.watch.Evidence.Life;
import dev.orc.activities.agent.watch.Evidence.Told;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Reading READY = Reading.of(Condition.READY);
  private static final Reading BUSY = Reading.of(Condition.BUSY);
  private static final Told ALL = new Told(true, false);

  @Test
  void aWindowThatIsGoneIsMissingWhateverWasSaid() {
    assertThat(evidence(Life.NO_WINDOW, READY, T, READY, T).verdict(T).condition())
        .isEqualTo(Condition.MISSING);
  }

  @Test
  void aDeadProcessSaysHowItEnded() {
    assertThat(dead(null, 9).verdict(T))
        .isEqualTo(new Reading(Condition.EXITED, "ended by signal 9", null));
    assertThat(dead(3, null).verdict(T).detail()).isEqualTo("ended with status 3");
    assertThat(dead(null, null).verdict(T).detail()).isEqualTo("ended");
  }

  @Test
  void aProgramThatSaidNothingIsStarting() {
    assertThat(evidence(Life.RUNNING, null, null, null, null).verdict(T).condition())
        .isEqualTo(Condition.STARTING);
  }

  @Test
  void aScreenSoonAfterAHookDoesNotContradictIt() {
    Evidence evidence = evidence(Life.RUNNING, BUSY, T, READY, T.plusMillis(1_499));
    assertThat(evidence.verdict(T.plusSeconds(9)).condition()).isEqualTo(Condition.BUSY);
  }

  @Test
  void aWorkingAgentIsNotReadyBecauseItsScreenLooksSoForAMoment() {
    Evidence evidence = evidence(Life.RUNNING, BUSY, T, READY, T.plusMillis(1_500));
    assertThat(evidence.verdict(T.plusMillis(5_400)).condition()).isEqualTo(Condition.BUSY);
    assertThat(evidence.verdict(T.plusMillis(5_500)).condition()).isEqualTo(Condition.READY);
  }

  @Test
  void workOnTheScreenSoonContradictsAHookThatSaidReady() {
    Evidence evidence = evidence(Life.RUNNING, READY, T, BUSY, T.plusMillis(1_500));
    assertThat(evidence.verdict(T.plusSeconds(2)).condition()).isEqualTo(Condition.BUSY);
  }

  @Test
  void aLimitRightAfterAPromptIsBelievedWithinASecond() {
    Reading limited = new Reading(Condition.LIMITED, "limit", T.plus(Duration.ofHours(1)));
    Evidence evidence = evidence(Life.RUNNING, BUSY, T, limited, T.plusMillis(1_000));
    assertThat(evidence.verdict(T.plusMillis(1_000)).condition()).isEqualTo(Condition.LIMITED);
  }

  @Test
  void somebodyStillHasToLogInAlthoughTheComposerIsBack() {
    Reading loggedOut =
        new Reading(Condition.ASKING, "Invalid API key", null, BrokenTurn.Kind.AUTHENTICATION);
    Evidence evidence = evidence(Life.RUNNING, loggedOut, T, READY, T.plusSeconds(60));
    assertThat(evidence.verdict(T.plusSeconds(90)).condition()).isEqualTo(Condition.ASKING);
  }

  @Test
  void aProgramThatTellsItsStartIsNotReadyBecauseOfAPicture() {
    Evidence evidence =
        new Evidence(
            Life.RUNNING, null, null, null, null, word(READY, T), false, new Told(true, true));
    assertThat(evidence.verdict(T.plusSeconds(29)).condition()).isEqualTo(Condition.STARTING);
    assertThat(evidence.verdict(T.plusSeconds(30)).condition()).isEqualTo(Condition.READY);
  }

  @Test
  void theProtocolCountsBeforeHooksAndScreens() {
    Evidence evidence =
        new Evidence(
            Life.RUNNING, null, null, word(BUSY, T), word(READY, T), word(READY, T), true, ALL);
    assertThat(evidence.verdict(T.plusSeconds(60)).condition()).isEqualTo(Condition.BUSY);
    assertThat(evidence.since(T.plusSeconds(60))).isEqualTo(T);
  }

  @Test
  void aScreenWithoutMarksDoesNotContradictAHook() {
    Reading unmarked = Reading.of(Condition.STARTING);
    Evidence evidence = evidence(Life.RUNNING, READY, T, unmarked, T.plusSeconds(60));
    assertThat(evidence.verdict(T.plusSeconds(61)).condition()).isEqualTo(Condition.READY);
  }

  @Test
  void whereHooksDoNotTellOfPromptsTheScreenIsSoonerBelieved() {
    Evidence evidence =
        new Evidence(
            Life.RUNNING,
            null,
            null,
            null,
            word(READY, T),
            word(BUSY, T.plusMillis(400)),
            true,
            new Told(false, false));
    assertThat(evidence.verdict(T.plusSeconds(1)).condition()).isEqualTo(Condition.BUSY);
  }

  @Test
  void aScreenWithoutMarksMeansWorkOnceTheProgramWasUp() {
    Reading unmarked = Reading.of(Condition.STARTING);
    assertThat(
            new Evidence(Life.RUNNING, null, null, null, null, word(unmarked, T), true, ALL)
                .verdict(T)
                .condition())
        .isEqualTo(Condition.BUSY);
    assertThat(evidence(Life.RUNNING, null, null, unmarked, T).verdict(T).condition())
        .isEqualTo(Condition.STARTING);
  }

  @Test
  void anIdleComposerDoesNotLiftALimitBeforeItsTime() {
    Reading limited = new Reading(Condition.LIMITED, "limit", T.plus(Duration.ofHours(1)));
    Evidence evidence = evidence(Life.RUNNING, limited, T, READY, T.plusSeconds(60));
    assertThat(evidence.verdict(T.plusSeconds(61)).condition()).isEqualTo(Condition.LIMITED);
    assertThat(evidence.verdict(T.plus(Duration.ofHours(2))).condition())
        .isEqualTo(Condition.READY);
  }

  @Test
  void workOnTheScreenLiftsALimit() {
    Reading limited = new Reading(Condition.LIMITED, "limit", T.plus(Duration.ofHours(1)));
    Evidence evidence = evidence(Life.RUNNING, limited, T, BUSY, T.plusSeconds(60));
    assertThat(evidence.verdict(T.plusSeconds(61)).condition()).isEqualTo(Condition.BUSY);
  }

  @Test
  void aLimitEndsAtItsTime() {
    Reading limited = new Reading(Condition.LIMITED, "limit", T.plusSeconds(10));
    Evidence evidence = evidence(Life.RUNNING, limited, T, null, null);
    assertThat(evidence.verdict(T.plusSeconds(9)).condition()).isEqualTo(Condition.LIMITED);
    assertThat(evidence.verdict(T.plusSeconds(10)).condition()).isEqualTo(Condition.READY);
  }

  private static Evidence evidence(
      Life life, Reading hook, Instant hookAt, Reading screen, Instant screenAt) {
    return new Evidence(
        life, null, null, null, word(hook, hookAt), word(screen, screenAt), false, ALL);
  }

  private static Word word(Reading reading, Instant at) {
    return reading == null ? null : new Word(reading, at, at);
  }

  private static Evidence dead(Integer status, Integer signal) {
    return new Evidence(Life.DEAD, status, signal, null, word(READY, T), word(READY, T), true, ALL);
  }
}
