package dev.orc.workflows.model;

/**
 * A role's own checkout.
 *
 * @param branch the branch that it is on; null when it had to be detached
 * @param made how it came to be: {@code found}, {@code plain}, {@code forced}, {@code own-branch},
 *     {@code detached}
 */
public record Worktree(String role, String path, String branch, String made) {}
