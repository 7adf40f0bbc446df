package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.Totals;
import java.time.Duration;

/** What is counted from the beginning of the orchestration. Workflow threads only. */
@Carried
final class Tally {
  private int messages;
  private int unknown;
  private int expired;
  private int reports;
  private int restarts;
  private int limits;
  private long limitedSeconds;
  private long earlierEvents;

  void message(boolean certain) {
    messages++;
    unknown += certain ? 0 : 1;
  }

  void expired() {
    expired++;
  }

  void report() {
    reports++;
  }

  void restart() {
    restarts++;
  }

  void limit() {
    limits++;
  }

  void limitedFor(Duration time) {
    limitedSeconds += Math.max(0, time.toSeconds());
  }

  /** A run ends with a history of that length. */
  void runEnded(long historyEvents) {
    earlierEvents += historyEvents;
  }

  Totals totals(int commits, long historyEvents) {
    return new Totals(
        messages,
        unknown,
        expired,
        reports,
        restarts,
        commits,
        limits,
        limitedSeconds,
        earlierEvents + historyEvents);
  }
}
