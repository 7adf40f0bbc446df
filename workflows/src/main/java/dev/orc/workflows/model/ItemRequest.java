package dev.orc.workflows.model;

/**
 * Asks for something about one project of a batch.
 *
 * @param item its id, its name or its project's slug
 * @param stop whether a project that runs is stopped for it
 */
public record ItemRequest(String id, String by, String item, boolean stop, String reason) {}
