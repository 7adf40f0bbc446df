package dev.orc.workflows.model;

import java.time.Instant;

/**
 * Something that only a person can settle. Told once.
 *
 * @param id stable: the same need has the same id
 * @param what one line
 * @param remedy the command or step that settles it
 */
public record Need(
    String id, String project, String role, String what, String remedy, Instant at) {}
