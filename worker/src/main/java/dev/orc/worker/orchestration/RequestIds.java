package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;

/** The ids that callers make. Stateless. */
public final class RequestIds {
  private static final int LONGEST = 100;

  private RequestIds() {}

  /** The id itself, when it can be one. */
  public static String require(String id) {
    if (id == null || id.isBlank() || id.length() > LONGEST) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          "the request needs an id of 1 to " + LONGEST + " characters",
          "make one, and use it again when the request is repeated");
    }
    return id;
  }
}
