package dev.orc.cli.project;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc worktrees}: the roles' own checkouts. */
public final class WorktreesCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "worktrees", "Show the roles' worktrees, or remove what is merged.")
        .optionalWord("PROJECT", "Whose are shown, as by list.")
        .json()
        .below(List.of(new WorktreesList(), new WorktreesPrune()))
        .example("orc worktrees shop")
        .example("orc worktrees prune shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    return new WorktreesList().run(given, here);
  }
}
