package dev.orc.workflows.model;

/** Asks for a check-in. */
public record CheckInRequest(String id, String from, String to, String note, Schedule schedule) {}
