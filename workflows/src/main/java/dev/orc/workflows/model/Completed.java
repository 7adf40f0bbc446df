package dev.orc.workflows.model;

import java.time.Instant;

/**
 * One orchestration that is over, as reports count it.
 *
 * @param agents how many were in the team
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
    BatchRef batch) {}
