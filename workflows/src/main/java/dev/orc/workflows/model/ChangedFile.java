package dev.orc.workflows.model;

/**
 * A file that a branch changes.
 *
 * @param from the name that it had before; null when it is not renamed
 * @param how git's letter: {@code A} added, {@code M} modified, {@code D} deleted, {@code R}
 *     renamed, {@code T} of another kind
 * @param added lines; 0 of a binary file, which has none
 */
public record ChangedFile(
    String path, String from, String how, int added, int removed, boolean binary) {}
