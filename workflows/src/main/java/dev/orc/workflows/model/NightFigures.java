package dev.orc.workflows.model;

/**
 * The numbers of a night. What an orchestration counts of itself it counts from its own start.
 *
 * @param failed of a batch's projects those that failed for good
 * @param triedAgain failed tries of a batch that were tried again, or will be
 * @param asks needs and requests that wait for a person
 * @param merges branches that went in
 * @param limits usage limits that were met
 * @param limitedSeconds how long they were waited for, all together
 */
public record NightFigures(
    int completed,
    int failed,
    int stopped,
    int triedAgain,
    int asks,
    int open,
    int commits,
    int merges,
    int restarts,
    int limits,
    long limitedSeconds) {}
