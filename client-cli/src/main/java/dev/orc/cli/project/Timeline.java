package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.TimelineText;
import dev.orc.workflows.model.TimelineEntry;
import java.util.List;

/** {@code orc timeline}: what has happened, a line each. */
public final class Timeline implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "timeline", "Show what has happened in a project, oldest first.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .number("--since", "N", "Only what came after entry N.")
        .flag("-f,--follow", "Go on until the project is over.")
        .json()
        .example("orc timeline shop -f");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    long since = given.number("--since") == null ? 0 : given.number("--since");
    if (given.flag("-f")) {
      return Following.asLines(project, here, given.flag("--json"), since).untilOver();
    }
    List<TimelineEntry> entries =
        api.list(TimelineEntry.class, ApiClient.of(project, "timeline") + "?since=" + since);
    if (given.flag("--json")) {
      here.say(ApiJson.text(entries));
    } else {
      TimelineText text = TimelineText.within(here.terminal().room(), here.clock());
      entries.forEach(entry -> text.of(entry).forEach(here::say));
    }
    return Failure.DONE;
  }
}
