package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.driver.Reading;
import dev.orc.workflows.model.Condition;
import java.time.Instant;

/**
 * What one source says of an agent.
 *
 * @param at when it said so last
 * @param since when it began to say this condition and no other
 */
record Word(Reading reading, Instant at, Instant since) {
  /** The word that follows; the one before may be null. */
  static Word after(Word before, Reading reading, Instant at) {
    boolean same = before != null && before.condition() == reading.condition();
    return new Word(reading, at, same ? before.since : at);
  }

  Condition condition() {
    return reading.condition();
  }

  /** Whether it says that a limit is reached whose time is over. */
  boolean limitOver(Instant now) {
    return condition() == Condition.LIMITED
        && reading.resetsAt() != null
        && !now.isBefore(reading.resetsAt());
  }

  boolean limitHolds(Instant now) {
    return condition() == Condition.LIMITED && !limitOver(now);
  }
}
