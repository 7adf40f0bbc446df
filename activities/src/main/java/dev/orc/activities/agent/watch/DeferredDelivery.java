package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.watch.HostTruth.Deferral;
import dev.orc.workflows.model.Condition;
import java.time.Instant;

/**
 * What keeps mail from one life of an agent, and when that is over: a busy program by its being
 * ready, a composer in use by its being seen empty. Guarded by whoever holds it.
 */
final class DeferredDelivery {
  private Deferral reason = Deferral.NONE;
  private String why;
  private Instant at;
  private int times;
  private boolean composerFree = true;

  void put(Deferral newReason, String because, Instant now) {
    reason = newReason;
    why = byScreen() ? because : null;
    at = now;
    if (reason != Deferral.NONE) {
      times++;
    }
    if (byScreen()) {
      composerFree = false;
    }
  }

  boolean byScreen() {
    return reason == Deferral.SCREEN_IN_USE;
  }

  /** In one line; null when there is nothing to say. */
  String why() {
    return why;
  }

  /** How often a delivery was put off. */
  int times() {
    return times;
  }

  /** Whether the composer was empty when the screen was read last. */
  void composer(boolean free) {
    composerFree = free;
  }

  /** Whether the latest could be tried again with an agent that is ready. */
  boolean over(Word screen) {
    return switch (reason) {
      case NONE -> false;
      case NOT_READY -> true;
      case SCREEN_IN_USE -> composerFree && screen.condition() == Condition.READY;
    };
  }

  /** Nobody waits for the end of what was put off before that. */
  void forgetBefore(Instant time) {
    if (at != null && at.isBefore(time)) {
      reason = Deferral.NONE;
      why = null;
    }
  }
}
