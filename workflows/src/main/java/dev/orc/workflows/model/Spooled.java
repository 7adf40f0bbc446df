package dev.orc.workflows.model;

/**
 * What was said while the worker was down: one file of {@link HostFolders#outbox()}. Exactly one of
 * the three is given.
 */
public record Spooled(String project, Message message, Report report, CheckInRequest checkIn) {}
