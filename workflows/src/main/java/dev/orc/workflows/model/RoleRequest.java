package dev.orc.workflows.model;

/** Asks for something about one role, or about all of them when the role is {@link Message#ALL}. */
public record RoleRequest(String id, String by, String role, String reason) {}
