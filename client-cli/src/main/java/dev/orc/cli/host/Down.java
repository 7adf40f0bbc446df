package dev.orc.cli.host;

import dev.orc.cli.api.NoAddress;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.HostHealth;
import java.util.List;
import java.util.Optional;

/** {@code orc down}: ends the worker, its keeper, and the Temporal that we started. */
public final class Down implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "down", "Stop this host's worker and the Temporal that it started.")
        .flag("--keep-temporal", "Leave Temporal running.")
        .flag("--force", "Also when runs end with it: those on the embedded server.")
        .example("orc down --keep-temporal");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    if (here.variable("ORC_ADDRESS") != null) {
      throw Failure.usage(
          "ORC_ADDRESS names another host's worker", "Unset it, or run orc down on that host");
    }
    Optional<HostHealth> health = Optional.empty();
    boolean keep = given.flag("--keep-temporal");
    try {
      health = WorkerStart.health(here);
    } catch (NoAddress unknown) {
      // What runs on it nobody can tell: it is not ended by the way.
      keep |= !given.flag("--force");
      here.err().println("orc: " + unknown.getMessage() + (keep ? "; Temporal is kept" : ""));
    }
    if (!keep && !given.flag("--force")) {
      health.filter(Down::endsRuns).ifPresent(Down::refuse);
    }
    List<String> ended = WorkerStop.of(here, keep);
    if (!keep && !ended.isEmpty()) {
      DatabaseCheck.keep(here);
    }
    if (ended.isEmpty()) {
      here.say("Nothing was running.");
    } else {
      here.say("Stopped: " + String.join(", ", ended) + ".");
      if (health.map(HostHealth::agents).orElse(1) > 0) {
        here.say("Agents in tmux go on living" + afterwards(health, given) + ".");
      }
    }
    return Failure.DONE;
  }

  private static boolean endsRuns(HostHealth health) {
    return health.projects() > 0 && "embedded".equals(health.temporalKind());
  }

  private static void refuse(HostHealth health) {
    throw new Failure(
        Failure.REFUSED,
        (health.projects() == 1 ? "a project runs" : health.projects() + " projects run")
            + " on the embedded Temporal, in memory, and would end with it",
        "End it first with orc stop, or use --keep-temporal, or --force to give it up");
  }

  private static String afterwards(Optional<HostHealth> health, GivenArguments given) {
    boolean lost = health.filter(Down::endsRuns).isPresent() && !given.flag("--keep-temporal");
    return lost ? ", but nobody looks after them any more" : "; orc up takes them up again";
  }
}
