package dev.orc.workflows.model;

/**
 * A specialist who could be in a team and is not.
 *
 * @param phase of the work in which it serves
 * @param why one line
 */
public record RoleOffer(String role, String phase, String why) {}
