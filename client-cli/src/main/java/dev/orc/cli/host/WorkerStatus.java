package dev.orc.cli.host;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.HostHealth;

/** {@code orc worker status}: how the worker is. */
final class WorkerStatus implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "status", "Say how this host's worker is.")
        .json()
        .example("orc worker status --json");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    HostHealth health = ApiClient.of(here).get(HostHealth.class, "/v1/health");
    if (given.flag("--json")) {
      here.say(ApiJson.text(health));
      return Failure.DONE;
    }
    line(
        here,
        "worker",
        health.version()
            + ", process "
            + health.pid()
            + ", up for "
            + Ago.since(health.startedAt(), here.now())
            + ", Java "
            + health.java());
    line(here, "host", health.host());
    line(
        here,
        "temporal",
        health.temporalKind()
            + " at "
            + health.temporalAddress()
            + (health.temporalReachable() ? "" : ", NOT reachable")
            + (health.temporalDurable() ? ", durable" : ", not durable"));
    if (health.temporalUi() != null) {
      line(here, "web UI", health.temporalUi());
    }
    line(here, "tmux", health.tmuxVersion() + " on socket " + health.tmuxSocket() + tmux(health));
    line(
        here,
        "work",
        count(health.projects(), "project")
            + ", "
            + count(health.agents(), "agent")
            + ", "
            + health.outbox()
            + " waiting in the outbox");
    return Failure.DONE;
  }

  private static String tmux(HostHealth health) {
    if (health.tmuxControl()) {
      return ", control mode";
    }
    return health.projects() == 0 ? ", no session yet" : ", a process for each command";
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static void line(CommandContext here, String what, String value) {
    here.say(what + ":" + " ".repeat(10 - what.length()) + Clean.line(value));
  }
}
