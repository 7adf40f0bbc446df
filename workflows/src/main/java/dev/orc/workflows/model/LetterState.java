package dev.orc.workflows.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What became of a message. The word is what stands in histories and in the API. No enum, since the
 * words of other editions are kept as they are.
 */
public record LetterState(String word) {
  public static final LetterState WAITING = new LetterState("waiting");
  public static final LetterState DELIVERING = new LetterState("delivering");
  public static final LetterState DELIVERED = new LetterState("delivered");

  /** It was brought, and nothing says that the program has it. */
  public static final LetterState UNKNOWN = new LetterState("unknown");

  public static final LetterState EXPIRED = new LetterState("expired");

  /** The host will not bring it. */
  public static final LetterState REFUSED = new LetterState("refused");

  public static final LetterState ANSWERED = new LetterState("answered");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LetterState {
    Objects.requireNonNull(word, "a state needs a word");
  }

  /** Whether the program has it, or may have it. */
  public boolean arrived() {
    return equals(DELIVERED) || equals(UNKNOWN);
  }

  @JsonValue
  @Override
  public String word() {
    return word;
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    return word;
  }
}
