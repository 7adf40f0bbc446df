package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Ids;
import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.WorktreeState;
import java.util.List;

/** {@code orc worktrees prune}: removes the worktrees whose work is merged. */
final class WorktreesPrune implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "prune", "Remove the worktrees that are clean and merged.")
        .word("PROJECT", "Whose.")
        .json()
        .example("orc worktrees prune shop");
  }

  @Override
  public int run(Given given, Surroundings here) {
    String project = Projects.chosen(given.word(0));
    List<WorktreeState> removed =
        Api.of(here)
            .postForList(
                WorktreeState.class,
                Api.of(project, "worktrees/prune"),
                new Request(Ids.next(), Projects.caller(here), null));
    if (given.flag("--json")) {
      here.say(Json.text(removed));
    } else if (removed.isEmpty()) {
      here.say("Nothing to remove: what is left holds work that is not merged, or is in use.");
    } else {
      removed.forEach(one -> here.say("Removed " + Clean.line(one.path())));
    }
    return Failure.DONE;
  }
}
