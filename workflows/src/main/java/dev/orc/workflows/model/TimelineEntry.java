package dev.orc.workflows.model;

import java.time.Instant;

/**
 * One transition.
 *
 * @param number counts from 1 and is never used twice in an orchestration
 * @param kind phase, agent, message, report, check-in, limit, git, need, person
 * @param who the role, or the person; null when it is the orchestration itself
 */
public record TimelineEntry(long number, Instant at, String kind, String who, String what) {}
