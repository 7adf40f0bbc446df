package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * One orchestration that is over, as reports count it.
 *
 * @param agents how many were in the team
 * @param type of the project; null where it was not kept
 * @param roles what each role came to; empty where it was not kept
 */
public record Completed(
    String project,
    String title,
    String directory,
    String runId,
    Phase phase,
    FailureKind failure,
    String reason,
    Instant startedAt,
    Instant endedAt,
    int agents,
    Totals totals,
    BatchRef batch,
    String type,
    List<RoleRun> roles) {
  public Completed {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  /** One of which type and roles were not kept. */
  public Completed(
      String project,
      String title,
      String directory,
      String runId,
      Phase phase,
      FailureKind failure,
      String reason,
      Instant startedAt,
      Instant endedAt,
      int agents,
      Totals totals,
      BatchRef batch) {
    this(
        project, title, directory, runId, phase, failure, reason, startedAt, endedAt, agents,
        totals, batch, null, null);
  }
}
