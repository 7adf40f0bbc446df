package dev.orc.cli.project;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/** {@code orc agents record}: only its description, as {@link AgentsCheck} is. */
final class AgentsRecord implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
            this,
            "record",
            "Start an agent program in a pane of its own and save each screen on which it changes,"
                + " with what the driver reads of it, and its hook events, as the tests of drivers"
                + " take them. Look at the pane and use it meanwhile: the command says how.")
        .word("DRIVER", "The driver, as claude or codex.")
        .option("--to", "DIR", "Where the files are saved.")
        .option("--for", "SECONDS", "How long the program is watched; 60.")
        .option("--prompt", "TEXT", "What it is asked once it is ready; '' for nothing.")
        .option("--in", "DIR", "Where it is started; else an empty folder.")
        .option("--size", "COLUMNSxROWS", "How large its pane is; 200x50.")
        .json()
        .example("orc agents record claude --to screens --for 300");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage(
        "the launcher reads drivers", "Run it by the launcher: ./orc agents record DRIVER");
  }
}
