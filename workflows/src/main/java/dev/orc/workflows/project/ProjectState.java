package dev.orc.workflows.project;

/** Everything that an orchestration carries over when it continues as new. */
public record ProjectState() {}
