package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/**
 * How long is killed at random, and what stands meanwhile.
 *
 * @param lasts for how long messages flow and things are killed
 * @param rate messages a second over all lanes
 * @param seed of what is killed when
 * @param server {@code embedded} or {@code development}; null for the best that can be had
 */
record KillAllOptions(
    Duration lasts, int projects, int agents, int rate, long seed, String server, boolean keep) {
  private static final List<String> OF_OTHERS =
      List.of(
          "--messages",
          "--deaths",
          "--idle",
          "--kill-worker",
          "--kill-server",
          "--burst",
          "--queue");
  private static final int SEEDS = 1_000_000;

  static KillAllOptions of(GivenArguments given) {
    for (String option : OF_OTHERS) {
      if (given.number(option) != null) {
        throw Failure.usage(
            option + " does not go with --kill-all", "It kills everything, at times of its own");
      }
    }
    Integer seed = given.number("--seed");
    return new KillAllOptions(
        Duration.ofSeconds(LoadOptions.number(given, "--kill-all", 60, 1, 86_400)),
        LoadOptions.number(given, "--projects", 4, 1, 1_000),
        LoadOptions.number(given, "--agents", 3, 1, LoadOptions.MOST_AGENTS_A_TEAM),
        LoadOptions.number(given, "--rate", 4, 1, 10_000),
        seed == null ? new SecureRandom().nextInt(SEEDS) : seed,
        LoadOptions.server(given.text("--server")),
        given.flag("--keep"));
  }

  /** What was given without it. */
  static void requireNone(GivenArguments given) {
    if (given.number("--seed") != null) {
      throw Failure.usage("--seed goes with --kill-all", "Say --kill-all SECONDS, too");
    }
  }

  /** The teams that it is done to. */
  LoadOptions fleet() {
    return new LoadOptions(projects, agents, 0, rate, 0, Duration.ZERO, null, null, server, keep);
  }
}
