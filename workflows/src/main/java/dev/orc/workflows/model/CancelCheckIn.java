package dev.orc.workflows.model;

/** Asks to drop a check-in. */
public record CancelCheckIn(String id, String by, String checkIn) {}
