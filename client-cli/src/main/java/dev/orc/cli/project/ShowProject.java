package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.MarkdownText;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.WallTime;
import dev.orc.workflows.model.ProjectSummary;

/** {@code orc show}: the story of a project, written at its end or told now. */
public final class ShowProject implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "show", "Show the story of a project: how it ended, or how it stands.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .json()
        .example("orc show shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    ProjectSummary story = api.get(ProjectSummary.class, ApiClient.of(project, "summary"));
    if (given.flag("--json")) {
      here.say(ApiJson.text(story));
      return Failure.DONE;
    }
    Paint paint = new Paint(here.terminal().colour());
    new MarkdownText(WallTime.of(here.clock()), here.terminal().columns(), paint)
        .lines(story.text())
        .forEach(here::say);
    if (story.file() != null) {
      here.say("");
      here.say("In " + story.file());
    }
    return Failure.DONE;
  }
}
