package dev.orc.cli.talk;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.CheckIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code orc checkin list}: what is planned. */
final class CheckInList implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "list", "Show the check-ins that are planned.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .json()
        .example("orc checkin list shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    List<CheckIn> checkIns = api.list(CheckIn.class, ApiClient.of(project, "checkins"));
    if (given.flag("--json")) {
      here.say(ApiJson.text(checkIns));
      return Failure.DONE;
    }
    if (checkIns.isEmpty()) {
      here.say("No check-in is planned for " + project + ".");
      return Failure.DONE;
    }
    Table table = new Table(List.of("ID", "TO", "IN", "WHEN", "FROM", "NOTE"), List.of("IN"));
    Instant now = here.now();
    for (CheckIn one : checkIns) {
      String due = one.due() == null ? "" : Ago.of(Duration.between(now, one.due()));
      table.row(one.id(), one.to(), due, one.schedule(), one.from(), one.note());
    }
    table.lines(here.terminal().room(), "").forEach(here::say);
    return Failure.DONE;
  }
}
