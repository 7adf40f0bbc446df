package dev.orc.workflows.model;

/**
 * What somebody wants a batch to be run like; whatever is null the host's configuration decides.
 *
 * @param parallel how many projects at a time
 * @param continueOnError whether the others go on when one has failed for good
 * @param logLevel how much the batch's story tells: DEBUG, INFO, WARNING or ERROR
 */
public record BatchWish(Integer parallel, Boolean continueOnError, String logLevel) {
  public static final BatchWish NONE = new BatchWish(null, null, null);
}
