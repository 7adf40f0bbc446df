package dev.orc.activities.agent.channel;

import java.time.Instant;

/**
 * What became of a parcel.
 *
 * @param at when the program took it, or when it was handed over
 * @param detail one line; null when there is nothing to say
 */
public record Brought(Result result, Instant at, String detail) {
  public static Brought taken(Instant at) {
    return new Brought(Result.TAKEN, at, null);
  }

  /**
   * @param at when it was handed over
   */
  public static Brought queued(Instant at) {
    return new Brought(Result.QUEUED, at, "the program has queued it");
  }

  public static Brought not(String why) {
    return new Brought(Result.NOT_BROUGHT, null, why);
  }

  public static Brought keptAway(String why) {
    return new Brought(Result.KEPT_AWAY, null, why);
  }

  /** How far it came. */
  public enum Result {
    /** The program's own event says that it is part of the conversation. */
    TAKEN,
    /** The program holds it and has not taken it yet; its event may come at any time. */
    QUEUED,
    /** The program does not have it: it may be brought again, or by another way. */
    NOT_BROUGHT,
    /** Something of the moment keeps it away, the detail says what; nothing was done. */
    KEPT_AWAY,
    /** It was handed over and nothing says whether the program has it: {@link Channel#knows}. */
    DOUBTFUL
  }
}
