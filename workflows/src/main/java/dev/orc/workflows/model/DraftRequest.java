package dev.orc.workflows.model;

/**
 * Asks for the draft of a spec, made from what a project says of itself.
 *
 * @param directory absolute path of the repository, or of a folder in it; null to look for the name
 * @param name of a folder in one of the configured project folders; null when a directory is named
 */
public record DraftRequest(String directory, String name) {}
