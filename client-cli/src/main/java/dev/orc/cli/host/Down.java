package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import java.util.List;

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
    List<String> ended = Downfall.of(here, given.flag("--keep-temporal"));
    if (ended.isEmpty()) {
      here.say("Nothing was running.");
    } else {
      here.say("Stopped: " + String.join(", ", ended) + ".");
      here.say("Agents in tmux go on living; orc up takes them up again.");
    }
    return Failure.DONE;
  }
}
