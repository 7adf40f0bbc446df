package dev.orc.cli.team;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.RoleCard;
import java.util.List;

/** {@code orc team roles}: every role that a team can be made of. */
final class TeamRoles implements Command {
  private static final String BUNDLED = "bundled";

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "roles", "List the roles that a team can be made of.")
        .option("--department", "NAME", "Those of one department: core, design, ...")
        .option("--project", "DIR", "Whose own roles count too; otherwise this directory.")
        .json()
        .example("orc team roles --department quality");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String project = RoleProject.query(given.text("--project"), here);
    ApiClient api = WorkerStart.apiOf(here);
    List<RoleCard> all = api.list(RoleCard.class, "/v1/roles" + project);
    List<RoleCard> roles = ofDepartment(given.text("--department"), all);
    if (given.flag("--json")) {
      here.say(ApiJson.text(roles));
      return Failure.DONE;
    }
    table(roles).lines(here.terminal().room(), "").forEach(here::say);
    roles.stream()
        .filter(role -> !BUNDLED.equals(role.origin()))
        .forEach(role -> here.say(Clean.line(role.name() + " comes from " + role.origin())));
    return Failure.DONE;
  }

  private static List<RoleCard> ofDepartment(String department, List<RoleCard> all) {
    if (department == null) {
      return all;
    }
    List<RoleCard> of = all.stream().filter(role -> department.equals(role.department())).toList();
    if (of.isEmpty()) {
      List<String> names = all.stream().map(RoleCard::department).distinct().toList();
      throw Failure.notFound(
          "there is no role of a department '" + department + "'",
          "There are " + String.join(", ", names));
    }
    return of;
  }

  private static Table table(List<RoleCard> roles) {
    Table table = new Table(List.of("ROLE", "DEPARTMENT", "EVERY", "DUTY"), List.of("EVERY"));
    for (RoleCard role : roles) {
      String every = role.checkInMinutes() == 0 ? "-" : role.checkInMinutes() + " min";
      table.row(role.name(), role.department(), every, role.duty());
    }
    return table;
  }
}
