package dev.orc.cli.project;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc spec}: the documents that say what to build. */
public final class Specs implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "spec", "Look at specs and spec maps, and make new ones.")
        .below(List.of(new SpecCheck(), new SpecNew()))
        .example("orc spec check shop.md");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage("which spec?", "Say: orc spec check SPEC");
  }
}
