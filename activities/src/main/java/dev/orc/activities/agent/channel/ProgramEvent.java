package dev.orc.activities.agent.channel;

import dev.orc.workflows.model.BrokenTurn;
import java.time.Instant;

/** What a program says of itself by its protocol. */
public sealed interface ProgramEvent {
  Instant at();

  /** It waits for words. */
  record Idle(Instant at) implements ProgramEvent {}

  /** It works on something. */
  record Working(Instant at) implements ProgramEvent {}

  /** The letter is part of its conversation. */
  record Taken(String letterId, Instant at) implements ProgramEvent {}

  /** Somebody typed at its own composer. */
  record Typed(Instant at) implements ProgramEvent {}

  /** It asks, and waits for the answer. */
  record Asks(Question question, Instant at) implements ProgramEvent {}

  /** The question was answered, by whomever, or withdrawn. */
  record Answered(String questionId, Instant at) implements ProgramEvent {}

  /**
   * Its account's limit is reached.
   *
   * @param resetsAt null when the program does not say
   * @param retries whether the program tries again by itself
   */
  record Limited(String text, Instant resetsAt, boolean retries, Instant at)
      implements ProgramEvent {}

  /**
   * So much of the account's limit is used.
   *
   * @param resetsAt null when the program does not say
   */
  record NearLimit(double usedPercent, Instant resetsAt, Instant at) implements ProgramEvent {}

  /** Its turn broke off; it does not repeat it. */
  record Broke(BrokenTurn turn) implements ProgramEvent {
    @Override
    public Instant at() {
      return turn.at();
    }
  }

  /** What it has used so far. */
  record Used(TokenUsage usage, Instant at) implements ProgramEvent {}

  /** The conversation that a later life can go on with. */
  record Conversation(String id, Instant at) implements ProgramEvent {}

  /** It can not be spoken to in this way any more: the terminal is what is left. */
  record Silent(String why, Instant at) implements ProgramEvent {}
}
