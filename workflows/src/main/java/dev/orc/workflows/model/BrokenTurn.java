package dev.orc.workflows.model;

import java.time.Instant;

/**
 * A turn that ended without an answer and that the program does not repeat by itself: somebody has
 * to say "go on". The agent's composer is back, so its condition alone would say READY.
 *
 * @param text what the program said of it, one short line; never a message
 */
public record BrokenTurn(Kind kind, String text, Instant at) {

  /** Why it broke off. */
  public enum Kind {
    /** The account's limit was reached in it. */
    LIMIT,
    /** The vendor was overloaded, or answered with a failure of its own. */
    OVERLOAD,
    /** Too many requests in a short time; not the account's limit. */
    RATE,
    /** The vendor could not be reached. */
    NETWORK,
    /** Nobody is logged in, or the key is refused: only a person can help. */
    AUTHENTICATION,
    /** There is no money on the account: only a person can help. */
    CREDIT,
    /** The program, or its server, ended in the middle of it. */
    INTERRUPTED,
    /** None of these. */
    OTHER;

    /** Whether repeating it later can help without a person. */
    public boolean passes() {
      return this != AUTHENTICATION && this != CREDIT;
    }
  }
}
