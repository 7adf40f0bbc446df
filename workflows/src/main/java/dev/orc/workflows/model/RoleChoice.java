package dev.orc.workflows.model;

/**
 * Why a role is in a team, or is not.
 *
 * @param why one line
 */
public record RoleChoice(String role, boolean taken, String why) {}
