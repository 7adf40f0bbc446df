package dev.orc.workflows.model;

import java.time.Instant;

/**
 * A message and what became of it.
 *
 * @param at when it got there
 * @param answer the id of the answering report, and its text; null while there is none
 * @param why it waits; null when there is nothing to say
 */
public record Letter(Message message, LetterState state, Instant at, String answer, String why) {

  /** One that nothing holds up. */
  public Letter(Message message, LetterState state, Instant at, String answer) {
    this(message, state, at, answer, null);
  }
}
