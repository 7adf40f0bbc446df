package dev.orc.workflows.model;

/**
 * Where an orchestration belongs to.
 *
 * @param workflow the id of the batch's workflow, which is told of the end
 * @param item the entry's id in it
 * @param attempt counts from 1
 */
public record BatchRef(String workflow, String item, int attempt) {
  /** What follows the entry's id where the orchestration looks into one of its failures. */
  public static final String RESEARCH = "/research";

  /** Whether the orchestration looks into a failure, and is no try itself. */
  public boolean ofResearch() {
    return item.endsWith(RESEARCH);
  }
}
