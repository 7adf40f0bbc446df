package dev.orc.workflows.batch;

import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * What a {@link FakeProject} does; it travels as the goal of its spec.
 *
 * @param signals whether it tells its batch of its end
 */
record Play(Duration lasts, Phase phase, FailureKind failure, Instant notBefore, boolean signals) {
  static final Play DONE = new Play(Duration.ofMinutes(1), Phase.COMPLETED, null, null, true);
  static final Play STOPPED = new Play(Duration.ofMinutes(1), Phase.STOPPED, null, null, true);

  static Play fails(FailureKind kind) {
    return new Play(Duration.ofMinutes(1), Phase.FAILED, kind, null, true);
  }

  Play lasting(Duration time) {
    return new Play(time, phase, failure, notBefore, signals);
  }

  Play silent() {
    return new Play(lasts, phase, failure, notBefore, false);
  }

  Play until(Instant limit) {
    return new Play(lasts, phase, failure, limit, signals);
  }

  String goal() {
    return lasts + ";" + phase + ";" + failure + ";" + notBefore + ";" + signals;
  }

  static Play of(String goal) {
    String[] words = goal.split(";", -1);
    return new Play(
        Duration.parse(words[0]),
        Phase.valueOf(words[1]),
        words[2].equals("null") ? null : FailureKind.valueOf(words[2]),
        words[3].equals("null") ? null : Instant.parse(words[3]),
        Boolean.parseBoolean(words[4]));
  }
}
