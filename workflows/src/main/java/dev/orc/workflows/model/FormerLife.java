package dev.orc.workflows.model;

/**
 * What the host still shows of an agent whose orchestration is gone.
 *
 * @param number of its last life
 * @param living whether its program still runs
 */
public record FormerLife(String role, int number, boolean living) {}
