package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.NightLine;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.StatusScreen;
import dev.orc.cli.screen.WallTime;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code orc status}: one screen of what is going on. */
public final class Status implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "status", "Show what is going on, and what needs you, on one screen.")
        .optionalWord("PROJECT", "Only this one; otherwise all that are running.")
        .json()
        .example("orc status")
        .example("orc status shop --json");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = given.word(0);
    if (given.flag("--json")) {
      here.say(
          project == null ? ApiJson.text(Projects.running(api)) : ApiJson.text(one(api, project)));
      return Failure.DONE;
    }
    List<ProjectStatus> projects =
        project == null ? Projects.running(api) : List.of(one(api, project));
    Paint paint = new Paint(here.terminal().colour());
    new StatusScreen(here.now(), here.terminal().columns(), paint)
        .lines(projects, project == null ? BatchFinder.all(api) : List.of())
        .forEach(here::say);
    if (projects.isEmpty()) {
      here.say("No project is running. Start one: orc start SPEC");
    }
    if (project == null) {
      ended(api, here).ifPresent(here::say);
    }
    return Failure.DONE;
  }

  /** What has ended since the last night began, in one line; empty when nothing did. */
  private static Optional<String> ended(ApiClient api, CommandContext here) {
    Instant since = NightCommand.begun(here);
    try {
      String ends = NightLine.ends(NightCommand.ended(api, since));
      return ends.isEmpty()
          ? Optional.empty()
          : Optional.of(ends + " since " + WallTime.of(here.clock()).at(since) + ": orc night");
    } catch (Failure without) {
      if (without.exit() == Failure.NOT_FOUND) {
        // A worker of an earlier edition tells of no nights.
        return Optional.empty();
      }
      throw without;
    }
  }

  private static ProjectStatus one(ApiClient api, String project) {
    return Projects.one(api, Projects.chosen(project));
  }
}
