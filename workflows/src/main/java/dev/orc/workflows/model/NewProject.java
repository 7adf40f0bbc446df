package dev.orc.workflows.model;

/**
 * A git repository to be made for a spec, whose first commit holds the spec.
 *
 * @param directory its absolute path; beside the spec's git root and named after the spec otherwise
 * @param force replace what is there, if orc made it and it holds nothing uncommitted
 */
public record NewProject(String directory, boolean force) {}
