package dev.orc.cli.host;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orc completion}: a script that teaches a shell our commands. */
public final class Completion implements Command {
  private final Supplier<CommandSpec> wholeTree;

  /**
   * @param wholeTree describes all commands
   */
  public Completion(Supplier<CommandSpec> wholeTree) {
    this.wholeTree = wholeTree;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "completion", "Write a completion script for a shell.")
        .word("SHELL", "bash, zsh or fish.")
        .example("source <(orc completion bash)")
        .example("orc completion fish > ~/.config/fish/completions/orc.fish");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String shell = given.word(0);
    switch (shell) {
      case "bash", "zsh" ->
          here.out().print(AutoComplete.bash("orc", new CommandLine(wholeTree.get())));
      case "fish" -> here.out().print(FishCompletion.script(wholeTree.get()));
      default -> throw Failure.usage("no completion for '" + shell + "'", "Say bash, zsh or fish");
    }
    return Failure.DONE;
  }
}
