package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/**
 * {@code orc config check}: only its description. The configuration is not to be read from here, so
 * the launcher starts a Java that can.
 */
final class ConfigurationCheck implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
            this, "check", "Tell every fault of this host's configuration. No worker is needed.")
        .example("orc config check");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage("the launcher reads it", "Run it by the launcher: ./orc config check");
  }
}
