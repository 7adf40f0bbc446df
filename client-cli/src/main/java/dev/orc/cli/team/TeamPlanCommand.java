package dev.orc.cli.team;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.project.StartOptions;
import dev.orc.cli.project.TeamOptions;
import dev.orc.cli.screen.TeamPlanText;
import dev.orc.workflows.model.ExportedTeam;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code orc team plan}: the team a project would get, and the reason for each role. */
final class TeamPlanCommand implements Command {
  private static final Duration USUAL = Duration.ofMinutes(2);
  private static final Duration WITH_AGENT = Duration.ofMinutes(30);

  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, "plan", "Show the team a project would get, and why; start nothing.")
            .option("--project", "DIR", "The project's directory; otherwise this one.")
            .option("--spec", "FILE", "A spec that counts too.")
            .option("--driver", "NAME", "The agent program of every role.")
            .options("--program", "ROLE=DRIVER", "Another agent program for one role.");
    return TeamOptions.describedIn(syntax)
        .option("--export", "FILE", "Write the team to a YAML file for --team.")
        .flag("--force", "Let --export replace a file.")
        .json()
        .example("orc team plan --project ~/src/shop --plan max20")
        .example("orc team plan --spec shop.md --export team.yaml");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    TeamRequest request = request(given, here);
    Optional<TeamExport> export =
        Optional.ofNullable(given.text("--export"))
            .map(file -> TeamExport.to(file, given.flag("--force"), here));
    ApiClient api = WorkerStart.apiOf(here);
    boolean agent = request.team().asksAgent();
    TeamOptions.sayWhenAnAgentIsAsked(request.team(), here);
    TeamPlan plan = api.post(TeamPlan.class, "/v1/team/plan", request, agent ? WITH_AGENT : USUAL);
    if (given.flag("--json")) {
      here.say(ApiJson.text(plan));
    } else {
      new TeamPlanText(plan).lines(here.terminal().room()).forEach(here::say);
    }
    export.ifPresent(file -> file.write(yaml(api, plan)));
    return Failure.DONE;
  }

  private static String yaml(ApiClient api, TeamPlan plan) {
    return api.post(ExportedTeam.class, "/v1/team/export", plan).yaml();
  }

  private static TeamRequest request(GivenArguments given, CommandContext here) {
    TeamWish wish = TeamOptions.wish(given, here);
    String spec = given.text("--spec");
    return new TeamRequest(
        directory(given.text("--project"), here).toString(),
        spec == null ? null : StartOptions.spec(spec, here).toString(),
        given.text("--driver"),
        wish,
        given.texts("--program"));
  }

  private static Path directory(String named, CommandContext here) {
    Path directory = here.directory().resolve(named == null ? "" : named).normalize();
    if (!Files.isDirectory(directory)) {
      throw Failure.notFound(directory + " is no directory", "Name one with --project DIR");
    }
    return directory;
  }
}
