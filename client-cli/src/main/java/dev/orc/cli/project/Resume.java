package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.TeamAddition;
import java.util.Arrays;
import java.util.List;

/**
 * {@code orc resume}: goes on after a pause, after what was given up; and where the orchestration
 * is over or lost, sets it up anew from what the host keeps, around the agents that live.
 */
public final class Resume implements Command {
  private static final String ALL = "@all";

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "resume", "Go on after a pause, or with a project that is over or lost.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .option("--reason", "TEXT", "Why; it stands in the timeline.")
        .flag("--status-only", "Only say what lives and what died.")
        .flag("--rebrief-all", "Tell every agent again what it is there for.")
        .option("--add-roles", "ROLE,...", "Roles to add to the team.")
        .json()
        .example("orc resume shop --reason \"the network is back\"")
        .example("orc resume shop --status-only");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    boolean only = given.flag("--status-only");
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    if (only) {
      List<FormerLife> former = api.list(FormerLife.class, ApiClient.of(project, "former"));
      tell(project, former, given, here);
      return Failure.DONE;
    }
    Accepted accepted = goOn(api, project, given, here);
    if (given.flag("--rebrief-all")) {
      rebrief(api, project, here);
    }
    if (given.text("--add-roles") != null) {
      add(api, project, given.text("--add-roles"), here);
    }
    if (given.flag("--json")) {
      here.say(ApiJson.text(accepted));
    } else {
      String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
      here.say(project + " goes on" + note + ".");
    }
    return Failure.DONE;
  }

  /** What is over, or unknown to Temporal, is set up anew; all else is asked to go on. */
  private static Accepted goOn(
      ApiClient api, String project, GivenArguments given, CommandContext here) {
    String by = Projects.caller(here);
    Request request = new Request(CallerIds.next(), by, given.text("--reason"));
    try {
      return api.post(Accepted.class, ApiClient.of(project, "resume"), request);
    } catch (Failure closed) {
      if (closed.exit() != Failure.NOT_FOUND && !isOver(api, project)) {
        throw closed;
      }
      return api.post(Accepted.class, ApiClient.of(project, "rebuild"), request);
    }
  }

  private static boolean isOver(ApiClient api, String project) {
    return Projects.running(api).stream().noneMatch(one -> one.project().equals(project));
  }

  private static void rebrief(ApiClient api, String project, CommandContext here) {
    RoleRequest all = new RoleRequest(CallerIds.next(), Projects.caller(here), ALL, "resumed");
    var unused = api.post(Accepted.class, ApiClient.of(project, "rebrief"), all);
  }

  private static void add(ApiClient api, String project, String names, CommandContext here) {
    List<String> roles =
        Arrays.stream(names.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    TeamAddition addition =
        new TeamAddition(CallerIds.next(), Projects.caller(here), roles, null, null, List.of());
    var unused = api.post(Accepted.class, ApiClient.of(project, "team"), addition);
  }

  private static void tell(
      String project, List<FormerLife> former, GivenArguments given, CommandContext here) {
    if (given.flag("--json")) {
      here.say(ApiJson.text(former));
      return;
    }
    if (former.isEmpty()) {
      here.say("No window of " + project + " is left on this host.");
    }
    former.forEach(
        life ->
            here.say(
                project
                    + ":"
                    + life.role()
                    + (life.living() ? " lives" : " has ended")
                    + " (life "
                    + life.number()
                    + ")"));
  }
}
