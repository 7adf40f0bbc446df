package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.StatusScreen;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;
import java.util.List;

/** {@code orc list}: the projects, a line each. */
public final class ListProjects implements Command {
  private static final int PHASE = 1;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "list", "List the projects, a line each.")
        .flag("--all", "Those that are over, too.")
        .json()
        .example("orc list --all");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    boolean all = given.flag("--all");
    List<ProjectStatus> projects = all ? Projects.all(api) : Projects.running(api);
    if (given.flag("--json")) {
      here.say(ApiJson.text(projects));
    } else if (projects.isEmpty()) {
      here.say(
          all
              ? "There is no project. Start one: orc start SPEC"
              : "No project is running. See: orc list --all");
    } else {
      table(projects, here).lines(here.terminal().room(), "").forEach(here::say);
    }
    return Failure.DONE;
  }

  private static Table table(List<ProjectStatus> projects, CommandContext here) {
    Table table =
        new Table(
                List.of("PROJECT", "PHASE", "SINCE", "AGENTS", "NEEDS", "DIRECTORY"),
                List.of("SINCE", "AGENTS", "NEEDS"))
            .keepingEnds();
    Instant now = here.now();
    for (ProjectStatus project : projects) {
      int needs = project.needs().size() + StatusScreen.untold(project).size();
      table.row(
          project.project(),
          phase(project),
          Ago.since(project.phaseSince(), now),
          project.agents().size(),
          needs == 0 ? "-" : needs,
          project.directory());
    }
    Paint paint = new Paint(here.terminal().colour());
    table.paint(
        (column, text) -> column == PHASE ? paint.state(text.split(" ", 2)[0], text) : text);
    return table;
  }

  /** The phase, and what holds it up. */
  private static String phase(ProjectStatus project) {
    String phase = project.phase() == null ? "does not answer" : project.phase().name();
    return project.conditions().isEmpty()
        ? phase
        : phase + " (" + String.join(", ", project.conditions()) + ")";
  }
}
