package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Json;
import dev.orc.cli.batch.Batches;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.StatusScreen;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;
import java.util.List;

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
  public int run(Given given, Surroundings here) {
    Api api = Api.of(here);
    String project = given.word(0);
    if (given.flag("--json")) {
      here.say(project == null ? Json.text(Projects.running(api)) : Json.text(one(api, project)));
      return Failure.DONE;
    }
    List<ProjectStatus> projects =
        project == null ? Projects.running(api) : List.of(one(api, project));
    Paint paint = new Paint(here.terminal().colour());
    new StatusScreen(Instant.now(), here.terminal().columns(), paint)
        .lines(projects, project == null ? Batches.all(api) : List.of())
        .forEach(here::say);
    if (projects.isEmpty()) {
      here.say("No project is running. Start one: orc start SPEC");
    }
    return Failure.DONE;
  }

  private static ProjectStatus one(Api api, String project) {
    return Projects.one(api, Projects.chosen(project));
  }
}
