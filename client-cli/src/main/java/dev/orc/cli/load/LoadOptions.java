package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import java.time.Duration;

/**
 * How much load.
 *
 * @param rate messages a second over all agents
 * @param deaths how many agents are killed to see how fast it is noticed
 * @param idle how long nothing is asked of the teams while the worker is watched
 * @param killWorker the worker is killed so often while messages flow; null for never
 * @param killServer the Temporal server likewise
 * @param server {@code embedded} or {@code development}; null for the best that can be had
 */
record LoadOptions(
    int projects,
    int agents,
    int messages,
    int rate,
    int deaths,
    Duration idle,
    Duration killWorker,
    Duration killServer,
    String server,
    boolean keep) {
  static final int MOST_AGENTS_A_TEAM = 15;

  static LoadOptions of(GivenArguments given) {
    LoadOptions options =
        new LoadOptions(
            number(given, "--projects", 4, 1, 1_000),
            number(given, "--agents", 5, 1, MOST_AGENTS_A_TEAM),
            number(given, "--messages", 200, 0, 1_000_000),
            number(given, "--rate", 20, 1, 10_000),
            number(given, "--deaths", 5, 0, 1_000),
            Duration.ofSeconds(number(given, "--idle", 20, 0, 36_000)),
            seconds(given, "--kill-worker"),
            seconds(given, "--kill-server"),
            server(given.text("--server")),
            given.flag("--keep"));
    if (options.deaths > options.projects * options.agents) {
      throw Failure.usage(
          "--deaths " + options.deaths + " is more than there are agents", "Say --deaths 1");
    }
    return options;
  }

  int allAgents() {
    return projects * agents;
  }

  static int number(GivenArguments given, String option, int usual, int least, int most) {
    Integer number = given.number(option);
    if (number == null) {
      return usual;
    }
    if (number < least || number > most) {
      throw Failure.usage(
          option + " " + number + " is out of range", "Say a number from " + least + " to " + most);
    }
    return number;
  }

  static Duration seconds(GivenArguments given, String option) {
    Integer seconds = given.number(option);
    if (seconds == null) {
      return null;
    }
    if (seconds < 1) {
      throw Failure.usage(option + " " + seconds + " is no time", "Say every how many seconds");
    }
    return Duration.ofSeconds(seconds);
  }

  static String server(String kind) {
    if (kind == null || kind.equals("embedded") || kind.equals("development")) {
      return kind;
    }
    throw Failure.usage(
        "'" + kind + "' is no kind of server", "Say --server embedded or --server development");
  }
}
