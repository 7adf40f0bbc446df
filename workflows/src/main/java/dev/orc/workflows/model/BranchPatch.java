package dev.orc.workflows.model;

/**
 * The lines that a branch changes, as a patch of git without colours.
 *
 * @param diff what the patch is of
 */
public record BranchPatch(BranchDiff diff, String text) {}
