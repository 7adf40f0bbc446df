package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the work may still take. The clock stands still while the orchestration is paused or
 * waits for credits. Workflow threads only.
 */
@Carried
final class Progress {
  private Instant ceilingAt;
  private int extensions;
  private Instant haltedAt;
  private Instant begunAt;
  private long haltedSeconds;
  private boolean credits;

  /** The work begins, if it has not begun before. */
  void begin(Instant now, Duration ceiling) {
    if (ceilingAt == null) {
      ceilingAt = now.plus(ceiling);
      begunAt = now;
    }
  }

  /** For how long the clock went. */
  Duration worked(Instant now) {
    if (begunAt == null) {
      return Duration.ZERO;
    }
    Instant until = haltedAt == null ? now : haltedAt;
    Duration worked = Duration.between(begunAt, until).minusSeconds(haltedSeconds);
    return worked.isNegative() ? Duration.ZERO : worked;
  }

  /** Answers whether that is a change. */
  boolean halted(boolean halted, Instant now) {
    if (halted && haltedAt == null) {
      haltedAt = now;
      return true;
    }
    if (!halted && haltedAt != null) {
      Duration stood = Duration.between(haltedAt, now);
      ceilingAt = ceilingAt == null ? null : ceilingAt.plus(stood);
      haltedSeconds += stood.toSeconds();
      haltedAt = null;
      return true;
    }
    return false;
  }

  /** Everybody waits for credits, or nobody has to; answers whether that is a change. */
  boolean credits(boolean awaited) {
    boolean change = credits != awaited;
    credits = awaited;
    return change;
  }

  /** When the time is over; null while the clock stands still or has not been started. */
  Instant ceilingAt() {
    return haltedAt == null ? ceilingAt : null;
  }

  /**
   * Nothing ran for so long: the ceiling moves by as much, unless the clock stands still anyway.
   */
  void pardon(Duration slept) {
    if (haltedAt == null && ceilingAt != null) {
      ceilingAt = ceilingAt.plus(slept);
      haltedSeconds += slept.toSeconds();
    }
  }

  int extensions() {
    return extensions;
  }

  void extend(Instant now, Duration extension) {
    extensions++;
    ceilingAt = now.plus(extension);
  }
}
