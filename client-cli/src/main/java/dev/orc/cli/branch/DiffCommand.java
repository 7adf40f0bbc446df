package dev.orc.cli.branch;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Target;
import dev.orc.cli.screen.Paint;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.Message;
import java.util.List;

/**
 * {@code orc diff}: what roles' branches would change, as the worker reads it from git; painted and
 * paged here.
 */
public final class DiffCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
            this, "diff", "Show what the roles' branches would change in the starting branch.")
        .optionalWord(
            "TARGET",
            "project:role, a role, or a project for all of its roles; also one that ended.")
        .flag("--stat", "Only the files, and how many lines change in each.")
        .flag("--no-pager", "Print it, even on a terminal.")
        .json()
        .example("orc diff shop:developer")
        .example("orc diff shop --stat");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    Target target = Target.orProject(given.word(0), here, api);
    boolean all = target.role().equals(Message.ALL);
    String role = all ? "" : "?role=" + ApiClient.part(target.role());
    String path = ApiClient.of(target.project(), "diff");
    if (given.flag("--json")) {
      here.say(ApiJson.text(api.list(BranchDiff.class, path + role)));
      return Failure.DONE;
    }
    Paint paint = new Paint(here.terminal().colour());
    List<String> lines =
        given.flag("--stat")
            ? new StatText(paint, here.terminal().room())
                .lines(api.list(BranchDiff.class, path + role))
            : new PatchText(paint).lines(api.list(BranchPatch.class, path + "/patch" + role));
    if (lines.isEmpty()) {
      here.say("No role of " + target.project() + " has a branch yet.");
    } else {
      show(lines, given.flag("--no-pager"), here);
    }
    return Failure.DONE;
  }

  private static void show(List<String> lines, boolean noPager, CommandContext here) {
    List<String> pager = noPager || !here.terminal().out() ? List.of() : Pager.words(here);
    if (pager.isEmpty()) {
      lines.forEach(here::say);
    } else {
      Pager.show(here, pager, lines);
    }
  }
}
