package dev.orc.cli.branch;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc sync}: the commands about branches that have to fit together. */
public final class SyncCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "sync", "Show how the roles' branches stand, and which would conflict.")
        .below(List.of(new SyncStatusCommand()))
        .example("orc sync status shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage("what about the branches?", "Say: orc sync status");
  }
}
