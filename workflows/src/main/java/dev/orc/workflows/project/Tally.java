package dev.orc.workflows.project;

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

  Totals totals(int commits) {
    return new Totals(
        messages, unknown, expired, reports, restarts, commits, limits, limitedSeconds);
  }
}
