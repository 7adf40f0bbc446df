package dev.orc.cli.host;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.HostHealth;
import java.util.Optional;

/** {@code orc up}: the worker of this host, and a Temporal where none is configured. */
public final class Up implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "up", "Start this host's worker, and a Temporal when none is there.")
        .json()
        .flag("--restore", "Put a damaged database aside and take its last good copy.")
        .example("orc up");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    if (here.variable("ORC_ADDRESS") != null) {
      throw Failure.usage(
          "ORC_ADDRESS names another host's worker", "Unset it, or run orc up on that host");
    }
    Optional<HostHealth> before = WorkerStart.health(here);
    if (given.flag("--restore")) {
      before.ifPresent(Up::refuseRestore);
      DatabaseCheck.restore(here);
    }
    HostHealth health = before.orElseGet(() -> start(here));
    if (given.flag("--json")) {
      here.say(ApiJson.text(health));
    } else {
      here.say((before.isPresent() ? "Already up: " : "Up: ") + oneLine(health));
      UiLink.of(here, health).ifPresent(link -> here.say("Web UI, for you alone: " + link));
    }
    return Failure.DONE;
  }

  /** Somebody at a terminal is asked whether a damaged database is to be set back. */
  private static HostHealth start(CommandContext here) {
    try {
      return WorkerStart.start(here);
    } catch (Failure failed) {
      if (!DatabaseCheck.wanted(here, failed)) {
        throw failed;
      }
      DatabaseCheck.restore(here);
      return WorkerStart.start(here);
    }
  }

  private static void refuseRestore(HostHealth health) {
    throw new Failure(
        Failure.REFUSED,
        "the worker is up: its database serves",
        "End it first: orc down; orc doctor says how the database is");
  }

  /** The worker and its Temporal in one line. */
  static String oneLine(HostHealth health) {
    String kind =
        switch (String.valueOf(health.temporalKind())) {
          case "running" -> "the Temporal that you run at ";
          case "development" -> "Temporal's development server at ";
          case "embedded" -> "the embedded Temporal at ";
          default -> "the Temporal of your profile at ";
        };
    String lasting =
        health.temporalDurable()
            ? ", durable"
            : ", NOT durable: runs end with it (for a durable one: orc setup, orc down, orc up)";
    return Clean.line(
        "worker "
            + health.pid()
            + " on "
            + health.host()
            + "; "
            + kind
            + health.temporalAddress()
            + lasting);
  }
}
