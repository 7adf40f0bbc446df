package dev.orc.workflows.model;

import java.time.Instant;

/**
 * What a batch came to in a night: each of its projects is counted once, and what was over before
 * that night is not.
 *
 * @param failed for good
 * @param stopped or removed by a person
 * @param skipped since what it depends on did not complete
 * @param asks running, and a person is asked something
 * @param running all others that are at work
 * @param waiting for their turn, or their next try
 * @param endedAt null while it is open
 */
public record NightBatch(
    String batch,
    int completed,
    int failed,
    int stopped,
    int skipped,
    int asks,
    int running,
    int waiting,
    Instant endedAt) {}
