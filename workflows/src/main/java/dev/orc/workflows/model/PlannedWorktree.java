package dev.orc.workflows.model;

/** The worktree and branch that a role would get. */
public record PlannedWorktree(String role, String path, String branch) {}
