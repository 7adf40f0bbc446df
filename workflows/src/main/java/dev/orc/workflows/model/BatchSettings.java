package dev.orc.workflows.model;

import java.time.Duration;

/**
 * The numbers a batch runs by.
 *
 * @param parallel how many projects at a time
 * @param continueOnError whether the others go on when one has failed for good
 * @param level how much the story tells
 * @param research what is done with what failed
 * @param retries how often what failed is tried again
 * @param retryFirst the wait before the first retry; doubles each time
 * @param retryLongest where the doubling ends
 * @param emptyFor how long a batch without work waits for more until it ends
 * @param sameWithin the same entry added again within this time is one
 * @param lookEvery how often the projects that run are looked at, whatever they told
 * @param roomEvery how often a host that had no room for a project is asked again
 * @param historyEvents continue as new at the latest after so many events
 */
public record BatchSettings(
    int parallel,
    boolean continueOnError,
    StoryLevel level,
    ResearchMode research,
    int retries,
    Duration retryFirst,
    Duration retryLongest,
    Duration emptyFor,
    Duration sameWithin,
    Duration lookEvery,
    Duration roomEvery,
    int historyEvents) {
  public static final BatchSettings DEFAULTS =
      new BatchSettings(
          1,
          true,
          StoryLevel.INFO,
          ResearchMode.AGENT,
          3,
          Duration.ofMinutes(1),
          Duration.ofMinutes(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          4_000);

  /** With no longer a history than so many events. */
  public BatchSettings withHistoryAtMost(int events) {
    return new BatchSettings(
        parallel,
        continueOnError,
        level,
        research,
        retries,
        retryFirst,
        retryLongest,
        emptyFor,
        sameWithin,
        lookEvery,
        roomEvery,
        Math.min(historyEvents, events));
  }
}
