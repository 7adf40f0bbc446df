package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.driver.Reading;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides when a pane's screen is worth a capture: something was printed since the last one, and
 * the hooks do not tell it anyway. tmux knows the time of the last output in whole seconds only, so
 * a screen that was captured within that very second is captured once more. Not thread-safe.
 */
final class ScreenTurn {
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final Duration BETWEEN_WITH_HOOKS = Duration.ofMillis(1_500);

  private long activitySeen;
  private Instant takenAt;
  private String spentLimit;

  void begin() {
    activitySeen = 0;
    takenAt = null;
    spentLimit = null;
  }

  /** The next look takes place whether something was printed or not. */
  void wantAgain() {
    takenAt = null;
  }

  /**
   * @param hookAt when the hooks spoke last; null when the screen is all there is
   */
  boolean due(long activity, Instant now, Instant hookAt) {
    if (takenAt != null && now.isBefore(takenAt)) {
      // The clock was set back: what was noted with the old one says nothing any more.
      takenAt = null;
    }
    boolean hookSince = hookAt != null && takenAt != null && takenAt.isBefore(hookAt);
    if (takenAt != null && !hookSince && !printedSince(activity)) {
      return false;
    }
    if (hookAt == null) {
      return takenAt == null || !now.isBefore(takenAt.plus(BETWEEN));
    }
    // What a prompt ran into may be drawn in the very second of its hook: one look follows each.
    boolean hookSilent = !now.isBefore(hookAt.plus(Evidence.HOOK_RULES_A_MOMENT));
    return hookSilent && (takenAt == null || !now.isBefore(takenAt.plus(BETWEEN_WITH_HOOKS)));
  }

  private boolean printedSince(long activity) {
    return activity != activitySeen || activity == takenAt.getEpochSecond();
  }

  void taken(long activity, Instant at) {
    activitySeen = activity;
    takenAt = at;
  }

  /**
   * A limit's text stays on the screen when its time has passed, and a time of day then reads as
   * tomorrow's: the same text is not a new limit.
   */
  Reading withoutSpentLimit(Reading fresh, Reading before, Instant now) {
    boolean spent =
        before != null
            && before.condition() == Condition.LIMITED
            && before.resetsAt() != null
            && !now.isBefore(before.resetsAt());
    if (spent) {
      spentLimit = before.detail();
    }
    boolean again =
        fresh.condition() == Condition.LIMITED
            && fresh.detail() != null
            && fresh.detail().equals(spentLimit);
    if (!again) {
      return fresh;
    }
    return Reading.of(Condition.READY);
  }
}
