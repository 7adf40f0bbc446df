package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    // The keeper first: it passes the signal on, and would start a worker that ended alone again.
    List<OwnProcess> ended = new ArrayList<>();
    OwnProcess.keeper(state).ifPresent(ended::add);
    OwnProcess.worker(state).ifPresent(ended::add);
    if (!given.flag("--keep-temporal")) {
      OwnProcess.temporal(state).ifPresent(ended::add);
    }
    ended.forEach(OwnProcess::end);
    if (ended.isEmpty()) {
      here.say("Nothing was running.");
    } else {
      here.say(
          "Stopped: "
              + ended.stream().map(OwnProcess::toString).collect(Collectors.joining(", "))
              + ".");
      here.say("Agents in tmux go on living; orc up takes them up again.");
    }
    return Failure.DONE;
  }
}
