package dev.orc.workflows.model;

/**
 * A question that was answered.
 *
 * @param text what was asked
 * @param choice what was taken, in the program's own words
 */
public record AnswerTaken(String role, String text, String choice) {}
