package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc config}: which file counts, and whether it can be used. */
public final class Configuration implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "config", "Say which configuration file of this host counts.")
        .below(List.of(new ConfigurationCheck()))
        .example("orc config check");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    here.say(ConfigurationAge.file(here).toString());
    ConfigurationAge.warn(here);
    return Failure.DONE;
  }
}
