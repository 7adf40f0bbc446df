package dev.orc.workflows.model;

import java.time.Instant;

/**
 * A message and what became of it.
 *
 * @param state waiting, delivering, delivered, unknown, expired, answered
 * @param at when it got there
 * @param answer the id of the answering report, and its text; null while there is none
 */
public record Letter(Message message, String state, Instant at, String answer) {}
