package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/**
 * {@code orc setup}: only its description. The launcher does it, since there may be no Java to run
 * this with.
 */
public final class Setup implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "setup", "Check what orc needs, and install what is missing.")
        .flag("--check", "Only say what is missing.")
        .flag("--yes", "Install without asking.")
        .option("--link", "DIR", "Put a link named orc into DIR, so that it is on the PATH.")
        .example("orc setup --link ~/.local/bin");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage("setup is the launcher's", "Run it by the launcher: ./orc setup");
  }
}
