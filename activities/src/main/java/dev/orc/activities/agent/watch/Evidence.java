package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;

/**
 * What speaks for an agent's condition, and the one place that decides what follows: what the
 * program says by its protocol counts, else what its hooks say, else that its process runs, else
 * its screen; and a limit is over when its time is.
 *
 * @param protocol null where it has none or said nothing in this life
 * @param hook null for nothing in this life
 * @param screen null for nothing in this life
 * @param wasUp whether this life was past its start already
 * @param told what the program's hooks tell of
 */
record Evidence(
    Life life,
    Integer exitStatus,
    Integer signal,
    Word protocol,
    Word hook,
    Word screen,
    boolean wasUp,
    Told told) {

  /** So long after a hook's word the screen may contradict it: a hook may be lost, never early. */
  static final Duration HOOK_RULES = Duration.ofMillis(1_500);

  /** The same for a question or a limit on the screen, which no program draws by chance. */
  static final Duration HOOK_RULES_A_MOMENT = Duration.ofSeconds(1);

  /** The same where hooks do not tell of prompts: only as long as a screen needs to be drawn. */
  private static final Duration SOME_HOOKS_RULE = Duration.ofMillis(300);

  /** So long a screen has to look ready before it is believed against a hook that said BUSY. */
  static final Duration STEADY = Duration.ofSeconds(4);

  /** A program that tells of its start and looks ready for so long has broken hooks. */
  static final Duration START_UNTOLD = Duration.ofSeconds(30);

  /** What tmux says of the process. */
  enum Life {
    /** Its window is being opened. */
    BEING_OPENED,
    RUNNING,
    DEAD,
    NO_WINDOW
  }

  /**
   * What a program's hooks tell of.
   *
   * @param prompts whether they tell of prompts too, so that they alone know it all
   * @param start whether they tell when the program has started
   */
  record Told(boolean prompts, boolean start) {
    private static final Told NOTHING = new Told(false, false);

    /** What the driver says of it; nothing while that is not known. */
    static Told of(Driver driver) {
      return driver == null ? NOTHING : new Told(driver.confirmsPrompts(), driver.tellsStart());
    }
  }

  Reading verdict(Instant now) {
    return switch (life) {
      case BEING_OPENED -> Reading.of(Condition.STARTING);
      case NO_WINDOW -> Reading.of(Condition.MISSING);
      case DEAD -> new Reading(Condition.EXITED, ending(), null);
      case RUNNING -> {
        Word word = ofRunning(now);
        boolean over = word != null && word.limitOver(now);
        yield word == null
            ? Reading.of(Condition.STARTING)
            : over ? Reading.of(Condition.READY) : word.reading();
      }
    };
  }

  /** Since when the source that decides says so; null when none does. */
  Instant since(Instant now) {
    Word word = life == Life.RUNNING ? ofRunning(now) : null;
    return word == null ? null : word.limitOver(now) ? word.reading().resetsAt() : word.since();
  }

  private String ending() {
    if (signal != null && signal != 0) {
      return "ended by signal " + signal;
    }
    return exitStatus == null ? "ended" : "ended with status " + exitStatus;
  }

  private Word ofRunning(Instant now) {
    if (protocol != null) {
      return protocol;
    }
    if (hook == null) {
      return screen == null ? null : ofScreen(now);
    }
    return screen != null && screenContradictsHook(now) ? screen : hook;
  }

  /** A screen without any mark says STARTING; once the program was up, it is at work then. */
  private Word ofScreen(Instant now) {
    boolean unmarked = screen.condition() == Condition.STARTING;
    if (unmarked && wasUp) {
      return new Word(Reading.of(Condition.BUSY), screen.at(), screen.since());
    }
    boolean looksUp = screen.condition() == Condition.READY || screen.condition() == Condition.BUSY;
    boolean untold = told.start() && looksUp && !wasUp;
    return untold && now.isBefore(screen.since().plus(START_UNTOLD)) ? null : screen;
  }

  private boolean screenContradictsHook(Instant now) {
    Condition shown = screen.condition();
    if (shown == Condition.STARTING || screen.at().isBefore(hook.at().plus(hookRules(shown)))) {
      return false;
    }
    if (shown == hook.condition()) {
      return shown == Condition.LIMITED && hook.reading().resetsAt() == null;
    }
    if (shown != Condition.READY) {
      return true;
    }
    return switch (hook.condition()) {
      case LIMITED -> !hook.limitHolds(now);
      case STARTING -> true;
      // The composer is back, and still somebody has to log in.
      case ASKING -> hook.reading().broke() == null && looksReadyLongEnough(now);
      default -> looksReadyLongEnough(now);
    };
  }

  private Duration hookRules(Condition shown) {
    if (!told.prompts()) {
      return SOME_HOOKS_RULE;
    }
    boolean unmistakable = shown == Condition.ASKING || shown == Condition.LIMITED;
    return unmistakable ? HOOK_RULES_A_MOMENT : HOOK_RULES;
  }

  /** A working agent is never ready: a screen without a busy mark may be one between two marks. */
  private boolean looksReadyLongEnough(Instant now) {
    Instant from = screen.since().isAfter(hook.at()) ? screen.since() : hook.at();
    return !now.isBefore(from.plus(STEADY));
  }
}
