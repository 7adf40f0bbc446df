package dev.orc.workflows.model;

import java.time.Instant;

/**
 * How an orchestration ended.
 *
 * @param reason one line
 * @param head the commit of the starting branch at the end; null when nothing was integrated
 * @param summary the host's file with the whole story; null when it could not be written
 * @param failure why it failed; null when it did not
 * @param notBefore when a usage limit ends that it failed by; null otherwise
 * @param batch the batch that it belongs to; null when there is none
 */
public record Outcome(
    String project,
    Phase phase,
    String reason,
    String head,
    String summary,
    Instant startedAt,
    Instant endedAt,
    Totals totals,
    FailureKind failure,
    Instant notBefore,
    BatchRef batch) {}
