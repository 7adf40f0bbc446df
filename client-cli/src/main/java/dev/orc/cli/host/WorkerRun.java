package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/** {@code orc worker run}: only its description; the launcher starts the worker's own Java. */
final class WorkerRun implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "run", "Run the worker in the foreground, for a service manager.")
        .flag("--keep", "Start it again whenever it dies.")
        .example("orc worker run --keep");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage(
        "the launcher starts the worker", "Run it by the launcher: ./orc worker run");
  }
}
