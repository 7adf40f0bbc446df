package dev.orc.workflows.model;

/**
 * Asks an orchestration for something that needs no more words: pause, resume, stop, finish.
 *
 * @param id made by the caller; the same id is the same request
 * @param by who asks
 * @param reason why; may be null
 */
public record Request(String id, String by, String reason) {}
