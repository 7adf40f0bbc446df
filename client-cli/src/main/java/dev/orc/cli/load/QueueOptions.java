package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import java.time.Duration;
import java.util.List;

/**
 * How large a queue.
 *
 * @param parallel how many projects at a time
 * @param failOnce how many of a hundred fail at their first try
 * @param failAlways how many of a hundred fail at every try
 * @param killWorker the worker is killed so often meanwhile; null for never
 * @param killServer the Temporal server likewise
 * @param server {@code embedded} or {@code development}; null for the best that can be had
 */
record QueueOptions(
    int projects,
    int parallel,
    int failOnce,
    int failAlways,
    Duration killWorker,
    Duration killServer,
    String server,
    boolean keep) {
  private static final List<String> OF_TEAMS =
      List.of("--projects", "--agents", "--messages", "--rate", "--deaths", "--idle");

  /** Projects take seconds; a machine that is busy otherwise gets so much time for each. */
  private static final Duration LONGEST_EACH = Duration.ofSeconds(60);

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  static QueueOptions of(GivenArguments given) {
    for (String option : OF_TEAMS) {
      if (given.number(option) != null) {
        throw Failure.usage(
            option + " does not go with --queue", "Its projects are of one agent each");
      }
    }
    QueueOptions options =
        new QueueOptions(
            LoadOptions.number(given, "--queue", 20, 1, 5_000),
            LoadOptions.number(given, "--parallel", 4, 1, 100),
            LoadOptions.number(given, "--fail-once", 10, 0, 100),
            LoadOptions.number(given, "--fail-always", 5, 0, 100),
            LoadOptions.seconds(given, "--kill-worker"),
            LoadOptions.seconds(given, "--kill-server"),
            LoadOptions.server(given.text("--server")),
            given.flag("--keep"));
    if (options.failOnce + options.failAlways > 100) {
      throw Failure.usage(
          "--fail-once and --fail-always are more than a hundred of a hundred", "Say less");
    }
    return options;
  }

  /** What belongs to a queue and was given without one. */
  static void requireNone(GivenArguments given) {
    for (String option : List.of("--parallel", "--fail-once", "--fail-always")) {
      if (given.number(option) != null) {
        throw Failure.usage(option + " goes with --queue", "Say --queue N, too");
      }
    }
  }

  /** When it is given up. */
  Duration longest() {
    return LONGEST_START.plus(LONGEST_EACH.multipliedBy(projects).dividedBy(parallel));
  }
}
