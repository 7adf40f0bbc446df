package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.WorktreeState;
import java.util.List;

/** {@code orc worktrees list}: what is true of a project's worktrees now. */
final class WorktreesList implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "list", "Show a project's worktrees.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .json()
        .example("orc worktrees list shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    List<WorktreeState> worktrees =
        api.list(WorktreeState.class, ApiClient.of(project, "worktrees"));
    if (given.flag("--json")) {
      here.say(ApiJson.text(worktrees));
    } else if (worktrees.isEmpty()) {
      here.say("No worktree of " + project + " is left.");
    } else {
      table(worktrees).lines(here.terminal().room(), "").forEach(here::say);
    }
    return Failure.DONE;
  }

  private static Table table(List<WorktreeState> worktrees) {
    Table table =
        new Table(
                List.of("ROLE", "STATE", "AHEAD", "BEHIND", "BRANCH", "PATH"),
                List.of("AHEAD", "BEHIND"))
            .keepingEnds();
    for (WorktreeState one : worktrees) {
      String state = one.clean() ? "clean" : one.uncommitted().size() + " changed";
      table.row(
          one.role(),
          one.present() ? state : "missing",
          one.ahead(),
          one.behind(),
          one.branch() == null ? "(detached)" : one.branch(),
          one.path());
    }
    return table;
  }
}
