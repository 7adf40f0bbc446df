package dev.orc.cli.team;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.project.StartOptions;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.RoleBrief;

/** {@code orc team brief}: what an agent of a role would be told. */
final class TeamBrief implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "brief", "Show what an agent of a role would be told.")
        .word("ROLE", "Which one: developer, ux-researcher, ...")
        .option("--project", "DIR", "Whose own roles count too; otherwise this directory.")
        .option("--spec", "FILE", "The spec that it would work on.")
        .flag("--raw", "The role's file instead, to begin one of your own with.")
        .example("orc team brief developer --spec shop.md")
        .example("orc team brief tester --raw > .orc/roles/tester.md");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String spec = given.text("--spec");
    if (given.flag("--raw") && spec != null) {
      throw Failure.usage("--raw and --spec do not go together", "A role's file knows no spec");
    }
    String query = RoleProject.query(given.text("--project"), here);
    String more =
        given.flag("--raw")
            ? "raw=true"
            : spec == null
                ? ""
                : "spec=" + ApiClient.part(StartOptions.spec(spec, here).toString());
    String path = "/v1/roles/" + ApiClient.part(given.word(0)) + "/brief";
    RoleBrief brief = WorkerStart.apiOf(here).get(RoleBrief.class, path + joined(query, more));
    here.say(Clean.lines(brief.brief()).stripTrailing());
    return Failure.DONE;
  }

  private static String joined(String query, String more) {
    return more.isEmpty() ? query : query + (query.isEmpty() ? "?" : "&") + more;
  }
}
