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

  /** The work begins, if it has not begun before. */
  void begin(Instant now, Duration ceiling) {
    if (ceilingAt == null) {
      ceilingAt = now.plus(ceiling);
    }
  }

  /** Answers whether that is a change. */
  boolean halted(boolean halted, Instant now) {
    if (halted && haltedAt == null) {
      haltedAt = now;
      return true;
    }
    if (!halted && haltedAt != null) {
      ceilingAt = ceilingAt == null ? null : ceilingAt.plus(Duration.between(haltedAt, now));
      haltedAt = null;
      return true;
    }
    return false;
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
