package dev.orc.workflows.model;

/**
 * Asks for whatever specs there are at some places to be worked on as a batch.
 *
 * @param batch the batch's name, {@code queue} for the queue of the host; null for a batch of its
 *     own, whose name is made from the first place's and the time
 * @param start what every project is started like; its spec and its project are those of each entry
 * @param wish over what the specs themselves say of how they are to be run
 */
public record BatchSpecs(
    String id, String by, String batch, SpecsRequest specs, StartRequest start, BatchWish wish) {
  public BatchSpecs {
    wish = wish == null ? BatchWish.NONE : wish;
  }
}
