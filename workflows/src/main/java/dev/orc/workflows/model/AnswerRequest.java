package dev.orc.workflows.model;

/**
 * A person answers what an agent asks.
 *
 * @param id of this request
 * @param by who answers
 * @param question the id of the question that was seen; another one is not answered
 * @param answer a choice by its number from 1 on or by its words, or yes or no
 */
public record AnswerRequest(String id, String by, String role, String question, String answer) {}
