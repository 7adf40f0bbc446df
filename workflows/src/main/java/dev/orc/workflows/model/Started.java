package dev.orc.workflows.model;

/** The answer to a {@link StartRequest}. */
public record Started(
    String project, String workflowId, String runId, String directory, Team team, String spec) {}
