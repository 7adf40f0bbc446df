package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.StartPlanText;
import dev.orc.cli.screen.TeamPlanText;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import java.time.Duration;

/** Starts one orchestration, or shows what that would be, and says so. Immutable. */
public final class Starting {
  private static final String STARTS = "/v1/projects";
  private static final String DRY_RUN = STARTS + "?dry-run=true";

  /** An agent program that plans may be asked three times. */
  private static final Duration WITH_ANALYSIS = Duration.ofMinutes(30);

  private final ApiClient api;
  private final CommandContext here;

  public Starting(ApiClient api, CommandContext here) {
    this.api = api;
    this.here = here;
  }

  /** Says exactly what would happen. */
  public void show(StartRequest request, boolean json) {
    Started planned = planned(request);
    if (json) {
      here.say(ApiJson.text(planned));
    } else {
      new StartPlanText(planned).lines(here.terminal().room()).forEach(here::say);
      here.say("Nothing was changed.");
    }
  }

  /**
   * What would happen; nothing is changed. An agent program that plans is asked here, so that who
   * loses patience meanwhile has started nothing; the start of the same request asks no more.
   */
  Started planned(StartRequest request) {
    TeamOptions.sayWhenAnAgentIsAsked(request.team(), here);
    return post(DRY_RUN, request);
  }

  /** Starts it; the command of a dev server is shown before it is run. Answers the project. */
  public String start(StartRequest request) {
    Started planned = planned(request);
    planned.windows().stream()
        .filter(window -> !window.command().isEmpty())
        .forEach(window -> here.tell(line(window)));
    Trusting.ask(api, here, planned);
    Started started = post(STARTS, request);
    String name = started.project();
    here.say(
        Clean.line(
            "Started %s in %s (%s)".formatted(name, started.directory(), started.team().type())));
    here.say("Team: " + StartPlanText.team(started.team()));
    // As it was planned; whoever wants to know it before asks with --dry-run.
    if (planned.plan() != null && planned.plan().cost() != null) {
      here.say("Cost: " + TeamPlanText.cost(planned.plan().cost()));
    }
    if (started.plan() != null) {
      started.plan().notes().forEach(note -> here.say("Note: " + Clean.line(note)));
    }
    here.say("Follow it: orc watch " + name + " · look in: orc attach " + name);
    return name;
  }

  /** Starts it and says so in JSON alone. Answers the project. */
  public String startSilently(StartRequest request) {
    if (request.team().asksAgent()) {
      var unused = planned(request);
    }
    Started started = post(STARTS, request);
    here.say(ApiJson.text(started));
    return started.project();
  }

  private Started post(String path, StartRequest request) {
    return request.team().asksAgent()
        ? api.post(Started.class, path, request, WITH_ANALYSIS)
        : api.post(Started.class, path, request);
  }

  private static String line(SideWindow window) {
    return Clean.line(
        "Window %s runs: %s (%s)"
            .formatted(window.name(), StartPlanText.command(window), window.why()));
  }
}
