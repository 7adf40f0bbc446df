package dev.orc.workflows.model;

import java.time.Instant;

/** A request for authorization that waits for an answer. */
public record Authorization(
    String id, String by, String from, String what, Instant askedAt, Instant escalatesAt) {}
