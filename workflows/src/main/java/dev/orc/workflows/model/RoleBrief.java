package dev.orc.workflows.model;

/**
 * What a role would be told.
 *
 * @param brief in Markdown
 */
public record RoleBrief(String role, String brief) {}
