package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc worker}: the one process of a host that does the work. */
public final class WorkerCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "worker", "Run the worker in the foreground, or say how it is.")
        .json()
        .below(List.of(new WorkerRun(), new WorkerStatus()))
        .example("orc worker status");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    return new WorkerStatus().run(given, here);
  }
}
