package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.project.WatchCommand;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Analysis;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.Started;

/** {@code orc research}: looks into why a project failed. */
public final class ResearchCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "research", "Look into why a project failed.")
        .word("PROJECT", "Which one.")
        .flag("--analysis", "Without an agent: from what is known on the host.")
        .flag("--watch", "Follow the agent that looks into it.")
        .json()
        .example("orc research shop --watch")
        .example("orc research shop --analysis");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    boolean json = given.flag("--json");
    boolean watch = given.flag("--watch");
    if (watch && (json || given.flag("--analysis"))) {
      throw Failure.usage(
          "--watch follows an agent, and goes with neither --json nor --analysis", "Leave one out");
    }
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    String path = ApiClient.of(project, "research");
    Request request = new Request(CallerIds.next(), Projects.caller(here), null);
    if (given.flag("--analysis")) {
      Analysis analysis = api.post(Analysis.class, path + "?analysis=true", request);
      here.say(json ? ApiJson.text(analysis) : Clean.lines(analysis.text()).stripTrailing());
      if (!json) {
        here.say("");
        here.say(Clean.line("Kept in " + analysis.file()));
      }
      return Failure.DONE;
    }
    Started started = api.post(Started.class, path, request);
    return json ? said(here, started) : told(here, started, watch);
  }

  private static int said(CommandContext here, Started started) {
    here.say(ApiJson.text(started));
    return Failure.DONE;
  }

  private static int told(CommandContext here, Started started, boolean watch) {
    here.tell(Clean.line("An agent looks into it: " + started.project()));
    if (watch) {
      return WatchCommand.follow(started.project(), here, false);
    }
    here.say("Follow it: orc watch " + Clean.line(started.project()));
    return Failure.DONE;
  }
}
