package dev.orc.cli.team;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc team}: what a team is, before and while it works. */
public final class TeamCommand implements Command {
  /** In the order of the help. */
  private static List<Command> below() {
    return List.of(
        new TeamPlanCommand(),
        new TeamRoles(),
        new TeamTypesCommand(),
        new TeamBrief(),
        new TeamAdd(),
        new TeamRemove());
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "team", "Plan a team and see why it is as it is.")
        .below(below())
        .example("orc team plan --project ~/src/shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage("what about the team?", "Say: orc team plan, or see: orc team --help");
  }
}
