package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code orc logs}: what the worker, its keeper or Temporal have written. */
public final class Logs implements Command {
  private static final int USUAL_LINES = 100;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "logs", "Show what the worker has logged.")
        .flag("-f,--follow", "Go on as it grows, until Ctrl-C.")
        .number("-n,--lines", "N", "How many of the last lines (100).")
        .flag("--worker", "The worker's log; this is the usual one.")
        .flag("--keeper", "What the worker's keeper and its Java wrote.")
        .flag("--temporal", "The log of the Temporal that we started.")
        .example("orc logs -f")
        .example("orc logs --temporal -n 20");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Path log = file(given, here);
    if (!Files.isRegularFile(log)) {
      throw Failure.notFound("there is no " + log, "It comes with the worker: orc up");
    }
    Integer lines = given.number("-n");
    LogFile file = new LogFile(log, here);
    file.last(lines == null ? USUAL_LINES : Math.max(0, lines));
    return given.flag("-f") ? file.follow() : Failure.DONE;
  }

  private static Path file(GivenArguments given, CommandContext here) {
    boolean worker = given.flag("--worker");
    boolean keeper = given.flag("--keeper");
    boolean temporal = given.flag("--temporal");
    if (List.of(worker, keeper, temporal).stream().filter(one -> one).count() > 1) {
      throw Failure.usage("one log at a time", "Give one of --worker, --keeper, --temporal");
    }
    if (temporal) {
      return here.folders().state().resolve("temporal/server.log");
    }
    return here.folders().logs().resolve(keeper ? "keeper.log" : "worker.log");
  }
}
