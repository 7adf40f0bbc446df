package dev.orc.workflows.model;

/**
 * The answer to every update.
 *
 * @param repeated whether the same id had been accepted before, and nothing was done now
 * @param note what follows from it, in one line; may be null
 */
public record Accepted(String id, boolean repeated, String note) {}
