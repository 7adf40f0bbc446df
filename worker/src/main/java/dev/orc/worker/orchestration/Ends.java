package dev.orc.worker.orchestration;

import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;

/** How an orchestration ended, told from what is still known of it. Pure. */
public final class Ends {
  private Ends() {}

  /** As the host keeps it. */
  public static Outcome outcome(Completed kept) {
    return new Outcome(
        kept.project(),
        kept.phase(),
        kept.reason(),
        null,
        null,
        kept.startedAt(),
        kept.endedAt(),
        kept.totals(),
        kept.failure(),
        null,
        kept.batch());
  }

  /** Of one that runs: as if it ended now. */
  static Outcome outcome(ProjectStatus status, Instant now) {
    return new Outcome(
        status.project(),
        status.phase(),
        status.reason(),
        null,
        null,
        status.startedAt(),
        status.endedAt() == null ? now : status.endedAt(),
        status.totals(),
        null,
        null,
        null);
  }
}
