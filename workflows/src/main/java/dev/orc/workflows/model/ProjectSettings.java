package dev.orc.workflows.model;

import java.time.Duration;

/**
 * The numbers an orchestration runs by.
 *
 * @param quietWatch how long the watch may stay silent
 * @param stuckAfter no commit, report or output for so long means stuck
 * @param ceiling no completion for so long is said, and extended or failed
 * @param extension by how much, while there is progress
 * @param extensions how often
 * @param restartFirst the wait before the first restart of a crashed agent; doubles each time
 * @param restartLongest where the doubling ends
 * @param crashesAllowed so many within {@code crashWindow}, then a person is needed
 * @param launchWithin how long a program may take until it can be briefed
 * @param limitGuess how long a limit lasts when its reset time is unreadable
 * @param limitMargin how long after a reset work goes on
 * @param historyEvents continue as new at the latest after so many events
 * @param integrate whether the work is brought onto the starting branch; true when nothing is said.
 *     Without it the branches are left as they are
 */
public record ProjectSettings(
    Duration quietWatch,
    Duration stuckAfter,
    Duration ceiling,
    Duration extension,
    int extensions,
    Duration restartFirst,
    Duration restartLongest,
    int crashesAllowed,
    Duration crashWindow,
    Duration launchWithin,
    Duration limitGuess,
    Duration limitMargin,
    int historyEvents,
    Boolean integrate) {
  public static final ProjectSettings DEFAULTS =
      new ProjectSettings(
          Duration.ofMinutes(20),
          Duration.ofMinutes(30),
          Duration.ofHours(4),
          Duration.ofMinutes(15),
          3,
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          5,
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofHours(5),
          Duration.ofMinutes(2),
          4_000,
          true);

  public ProjectSettings {
    integrate = integrate == null || integrate;
  }

  /** With no longer a history than so many events. */
  public ProjectSettings withHistoryAtMost(int events) {
    return new ProjectSettings(
        quietWatch,
        stuckAfter,
        ceiling,
        extension,
        extensions,
        restartFirst,
        restartLongest,
        crashesAllowed,
        crashWindow,
        launchWithin,
        limitGuess,
        limitMargin,
        Math.min(historyEvents, events),
        integrate);
  }
}
