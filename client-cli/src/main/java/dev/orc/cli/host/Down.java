package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code orc down}: ends the worker, its keeper, and the Temporal that we started. */
public final class Down implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "down", "Stop this host's worker and the Temporal that it started.")
        .flag("--keep-temporal", "Leave Temporal running.")
        .example("orc down --keep-temporal");
  }

  @Override
  public int run(Given given, Surroundings here) {
    if (here.variable("ORC_ADDRESS") != null) {
      throw Failure.usage(
          "ORC_ADDRESS names another host's worker", "Unset it, or run orc down on that host");
    }
    Path state = here.folders().state();
    List<String> ended = new ArrayList<>();
    // The keeper first: it passes the signal on, and would start a worker that ended alone again.
    end(OwnProcess.keeper(state), "keeper", ended);
    end(OwnProcess.worker(state), "worker", ended);
    if (!given.flag("--keep-temporal")) {
      end(OwnProcess.temporal(state), "Temporal", ended);
    }
    if (ended.isEmpty()) {
      here.say("Nothing was running.");
    } else {
      here.say("Stopped: " + String.join(", ", ended) + ".");
      here.say("Agents in tmux go on living; orc up takes them up again.");
    }
    return Failure.DONE;
  }

  private static void end(Optional<OwnProcess> process, String name, List<String> ended) {
    process.ifPresent(
        found -> {
          found.end();
          ended.add(name + " " + found.pid());
        });
  }
}
