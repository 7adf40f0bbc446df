package dev.orc.cli.team;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.RoleRequest;

/** {@code orc team remove}: a role leaves a team that is at work. */
public final class TeamRemove implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "remove", "Take a role out of a team; its branch is not integrated.")
        .word("PROJECT", "Whose team.")
        .word("ROLE", "Which role.")
        .option("--reason", "TEXT", "Why; it stands in the timeline.")
        .json()
        .example("orc team remove shop tester");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String project = Projects.chosen(given.word(0));
    String role = given.word(1);
    RoleRequest request =
        new RoleRequest(CallerIds.next(), Projects.caller(here), role, given.text("--reason"));
    Accepted accepted =
        ApiClient.of(here).post(Accepted.class, ApiClient.of(project, "roles/remove"), request);
    String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
    here.say(
        given.flag("--json") ? ApiJson.text(accepted) : role + " leaves " + project + note + ".");
    return Failure.DONE;
  }
}
