package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.RoleRequest;

/** {@code orc rebrief}: an agent, or the whole team, is told again what it is there for. */
public final class Rebrief implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "rebrief", "Tell an agent again what it is there for.")
        .word("TARGET", "project:role, project:@all; in an agent's window also role or @all.")
        .option("--reason", "TEXT", "Why; it stands in the timeline.")
        .json()
        .example("orc rebrief shop:developer")
        .example("orc rebrief shop:@all --reason \"the spec has changed\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    Target target = Target.read(given.word(0), here, api);
    RoleRequest request =
        new RoleRequest(
            CallerIds.next(), Projects.caller(here), target.role(), given.text("--reason"));
    Accepted accepted =
        api.post(Accepted.class, ApiClient.of(target.project(), "rebrief"), request);
    here.say(given.flag("--json") ? ApiJson.text(accepted) : target + " will be briefed again.");
    return Failure.DONE;
  }
}
