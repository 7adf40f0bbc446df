package dev.orc.activities.watch;

import dev.orc.activities.driver.Reading;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;

/**
 * What speaks for an agent's condition, and what follows from it.
 *
 * @param hook what its hooks said last; null for nothing in this life
 * @param hookAt when
 * @param screen what its screen was read as last; null for nothing in this life
 * @param screenAt when
 * @param wasUp whether this life was past its start already
 * @param promptsTold whether the hooks tell of prompts too, so that they alone know it all
 */
record Evidence(
    Life life,
    Integer exitStatus,
    Integer signal,
    Reading hook,
    Instant hookAt,
    Reading screen,
    Instant screenAt,
    boolean wasUp,
    boolean promptsTold) {

  /** So long after a hook's word the screen may contradict it: a hook may be lost, never early. */
  static final Duration HOOK_RULES = Duration.ofMillis(1_500);

  /** The same where hooks do not tell of prompts: only as long as a screen needs to be drawn. */
  private static final Duration SOME_HOOKS_RULE = Duration.ofMillis(300);

  /** What tmux says of the process. */
  enum Life {
    /** Its window is being opened. */
    BEING_OPENED,
    RUNNING,
    DEAD,
    NO_WINDOW
  }

  Reading verdict(Instant now) {
    return switch (life) {
      case BEING_OPENED -> Reading.of(Condition.STARTING);
      case NO_WINDOW -> Reading.of(Condition.MISSING);
      case DEAD -> new Reading(Condition.EXITED, ending(), null);
      case RUNNING -> withoutPastLimit(ofRunning(now), now);
    };
  }

  private String ending() {
    if (signal != null && signal != 0) {
      return "ended by signal " + signal;
    }
    return exitStatus == null ? "ended" : "ended with status " + exitStatus;
  }

  private Reading ofRunning(Instant now) {
    if (hook == null && screen == null) {
      return Reading.of(Condition.STARTING);
    }
    if (hook == null) {
      return ofScreen();
    }
    return screenContradictsHook(now) ? screen : hook;
  }

  /** A screen without any mark says STARTING; once the program was up, it is at work then. */
  private Reading ofScreen() {
    boolean unmarked = screen.condition() == Condition.STARTING;
    return unmarked && wasUp ? Reading.of(Condition.BUSY) : screen;
  }

  private boolean screenContradictsHook(Instant now) {
    if (screen == null
        || screen.condition() == Condition.STARTING
        || screenAt.isBefore(hookAt.plus(promptsTold ? HOOK_RULES : SOME_HOOKS_RULE))) {
      return false;
    }
    boolean limitHolds =
        hook.condition() == Condition.LIMITED
            && (hook.resetsAt() == null || now.isBefore(hook.resetsAt()));
    return !(limitHolds && screen.condition() == Condition.READY);
  }

  private static Reading withoutPastLimit(Reading reading, Instant now) {
    boolean over =
        reading.condition() == Condition.LIMITED
            && reading.resetsAt() != null
            && !now.isBefore(reading.resetsAt());
    return over ? Reading.of(Condition.READY) : reading;
  }
}
