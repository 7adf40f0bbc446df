package dev.orc.workflows.policy;

import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ResearchMode;
import java.time.Duration;
import java.time.Instant;

/** What becomes of a project of a batch that failed: each kind of failure in its own way. */
public final class RetryRules {
  /** So often in a row a host may be lost under a project; then a person has to look. */
  public static final int LOST_IN_A_ROW = 10;

  /** A crash may be an accident; from so many failures on it is looked into. */
  private static final int NO_ACCIDENT = 2;

  private static final Duration LIMIT_GUESS = ProjectSettings.DEFAULTS.limitGuess();
  private static final Duration LIMIT_MARGIN = ProjectSettings.DEFAULTS.limitMargin();

  /**
   * A failure as it is judged.
   *
   * @param kind null when nobody said it
   * @param notBefore when a usage limit ends; null when that is not known
   * @param failures how many tries have failed, this one included where its kind counts
   * @param lost how often in a row the host was lost, this time included
   */
  public record Failed(FailureKind kind, Instant notBefore, int failures, int lost) {}

  /** What is done about it. */
  public sealed interface Verdict {
    /**
     * It is tried again.
     *
     * @param at not before that time
     * @param research whether it is looked into before that
     */
    record Again(Instant at, boolean research, String why) implements Verdict {}

    /** People are told. */
    record Escalate(String why) implements Verdict {}
  }

  private RetryRules() {}

  /** Whether a failure of that kind uses up one of the tries. */
  public static boolean counts(FailureKind kind) {
    return kind != FailureKind.LIMIT && kind != FailureKind.HOST_LOST;
  }

  public static Verdict judge(Failed failed, BatchSettings settings, Instant now) {
    FailureKind kind = failed.kind() == null ? FailureKind.OTHER : failed.kind();
    return switch (kind) {
      case LIMIT ->
          new Verdict.Again(limitOver(failed, settings, now), false, "the usage limit has to end");
      case HOST_LOST -> lost(failed, settings, now);
      case BAD_SPEC -> new Verdict.Escalate("it can not be started as it is");
      case TIMEOUT, CONFLICT, VERIFICATION, REPORTED -> counted(failed, settings, now, true);
      case CRASH_LOOP, OTHER -> counted(failed, settings, now, failed.failures() >= NO_ACCIDENT);
    };
  }

  /** Never at once, even where the limit should be over: it was not, a moment ago. */
  private static Instant limitOver(Failed failed, BatchSettings settings, Instant now) {
    Instant over =
        failed.notBefore() == null ? now.plus(LIMIT_GUESS) : failed.notBefore().plus(LIMIT_MARGIN);
    Instant soonest = now.plus(settings.retryFirst());
    return over.isBefore(soonest) ? soonest : over;
  }

  private static Verdict lost(Failed failed, BatchSettings settings, Instant now) {
    if (failed.lost() > LOST_IN_A_ROW) {
      return new Verdict.Escalate("its host was lost " + failed.lost() + " times in a row");
    }
    return new Verdict.Again(
        backOff(settings, now, failed.lost()), false, "the host was lost, which is no try");
  }

  private static Verdict counted(
      Failed failed, BatchSettings settings, Instant now, boolean worthIt) {
    if (failed.failures() > settings.retries()) {
      return new Verdict.Escalate("it failed " + failed.failures() + " times");
    }
    boolean research = worthIt && settings.research() != ResearchMode.OFF;
    String which = "retry " + failed.failures() + " of " + settings.retries();
    return new Verdict.Again(backOff(settings, now, failed.failures()), research, which);
  }

  private static Instant backOff(BatchSettings settings, Instant now, int count) {
    return now.plus(Backoff.wait(settings.retryFirst(), settings.retryLongest(), count));
  }
}
