package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
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
  public int run(GivenArguments given, CommandContext here) {
    String project = Projects.chosen(given.word(0));
    List<WorktreeState> removed =
        ApiClient.of(here)
            .postForList(
                WorktreeState.class,
                ApiClient.of(project, "worktrees/prune"),
                new Request(CallerIds.next(), Projects.caller(here), null));
    if (given.flag("--json")) {
      here.say(ApiJson.text(removed));
    } else if (removed.isEmpty()) {
      here.say("Nothing to remove: what is left holds work that is not merged, or is in use.");
    } else {
      removed.forEach(one -> here.say("Removed " + Clean.line(one.path())));
    }
    return Failure.DONE;
  }
}
