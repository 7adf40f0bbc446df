package dev.orc.workflows.policy;

import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.BrokenTurn.Kind;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.ProjectSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When somebody who was cut off in its work, by a limit or because its turn broke off, is told to
 * go on, and whether it does. The one place that decides whether that is over.
 */
public final class GoOnRules {
  /** What is seen of somebody who was cut off. */
  public enum Verdict {
    /** It works again, or has taken the word and nothing broke off since: that is over. */
    GOES_ON,
    /** It has taken the word and was cut off again. */
    AGAIN,
    /** What cut it off is gone, and nobody has told it yet. */
    FREE,
    /** Nothing can be said yet. */
    OPEN
  }

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15));

  /** So often in vain, then people hear of it. */
  private static final int TELLS_AFTER = 4;

  /** Whoever is cut off again so soon had not really gone on. */
  private static final Duration RELAPSE = Duration.ofMinutes(10);

  private GoOnRules() {}

  /**
   * When "go on" is said next; null when only a person can help.
   *
   * @param resetsAt when a limit ends; null when it is unreadable or has turned out wrong
   * @param said how often it was said in vain
   */
  public static Instant nextWord(
      Kind kind, Instant now, Instant resetsAt, int said, ProjectSettings settings) {
    if (kind == Kind.LIMIT) {
      return LimitRules.nextTry(now, resetsAt, said, settings);
    }
    return kind.passes() ? now.plus(wait(kind, said)) : null;
  }

  /** An interruption passes at once; all else wants time. */
  private static Duration wait(Kind kind, int said) {
    int step = kind == Kind.INTERRUPTED ? said - 1 : said;
    return step < 0 ? Duration.ZERO : WAITS.get(Math.min(step, WAITS.size() - 1));
  }

  /**
   * @param broken the turn that broke off last, as the host tells; null when none did
   * @param heardAt when it took the last "go on"; null when it has taken none since it was cut off
   */
  public static Verdict verdict(Condition seen, BrokenTurn broken, Instant heardAt) {
    return switch (seen) {
      case BUSY -> Verdict.GOES_ON;
      case LIMITED -> heardAt == null ? Verdict.OPEN : Verdict.AGAIN;
      case READY -> ready(broken, heardAt);
      case STARTING, ASKING, EXITED, MISSING -> Verdict.OPEN;
    };
  }

  /** A composer that is back is no proof. */
  private static Verdict ready(BrokenTurn broken, Instant heardAt) {
    if (heardAt == null) {
      return Verdict.FREE;
    }
    if (broken == null) {
      return Verdict.GOES_ON;
    }
    return broken.at().isAfter(heardAt) ? Verdict.AGAIN : Verdict.OPEN;
  }

  /** Whether being cut off now counts on from the last time. */
  public static boolean relapse(Instant wentOnAt, Instant now) {
    return wentOnAt == null || now.isBefore(wentOnAt.plus(RELAPSE));
  }

  /** Whether people hear of it; a limit has its own time. */
  public static boolean tellsPeople(Kind kind, int said) {
    return !kind.passes() || (kind != Kind.LIMIT && said >= TELLS_AFTER);
  }
}
