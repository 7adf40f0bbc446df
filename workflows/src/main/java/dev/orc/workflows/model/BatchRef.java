package dev.orc.workflows.model;

/**
 * Where an orchestration belongs to.
 *
 * @param workflow the id of the batch's workflow, which is told of the end
 * @param item the entry's id in it
 * @param attempt counts from 1
 */
public record BatchRef(String workflow, String item, int attempt) {
  /** The signal that tells the batch's workflow of the end; it carries the {@link Outcome}. */
  public static final String ENDED = "ended";
}
