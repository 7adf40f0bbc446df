package dev.orc.workflows.batch;

/** Everything that a batch carries over when it continues as new. */
public record BatchState() {}
