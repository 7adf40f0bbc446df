package dev.orc.cli.host;

import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
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
        .example("orc up");
  }

  @Override
  public int run(Given given, Surroundings here) {
    if (here.variable("ORC_ADDRESS") != null) {
      throw Failure.usage(
          "ORC_ADDRESS names another host's worker", "Unset it, or run orc up on that host");
    }
    Optional<HostHealth> before = Uprising.health(here);
    HostHealth health = before.orElseGet(() -> Uprising.start(here));
    if (given.flag("--json")) {
      here.say(Json.text(health));
    } else {
      here.say((before.isPresent() ? "Already up: " : "Up: ") + oneLine(health));
    }
    return Failure.DONE;
  }

  /** The worker and its Temporal in one line. */
  static String oneLine(HostHealth health) {
    String kind =
        switch (String.valueOf(health.temporalKind())) {
          case "running" -> "the Temporal that was running at ";
          case "development" -> "Temporal's development server at ";
          case "embedded" -> "the embedded Temporal at ";
          default -> "the Temporal of your profile at ";
        };
    String lasting =
        health.temporalDurable()
            ? ", durable"
            : ", NOT durable: runs end with it (for a durable one: orc setup, orc down, orc up)";
    String ui = health.temporalUi() == null ? "" : "; web UI " + health.temporalUi();
    return Clean.line(
        "worker "
            + health.pid()
            + " on "
            + health.host()
            + "; "
            + kind
            + health.temporalAddress()
            + lasting
            + ui);
  }
}
