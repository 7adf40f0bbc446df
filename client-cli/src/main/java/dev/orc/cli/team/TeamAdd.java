package dev.orc.cli.team;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.TeamAddition;
import java.util.Arrays;
import java.util.List;

/** {@code orc team add}: more roles for a team that is at work. */
public final class TeamAdd implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "add", "Add roles to a team that is at work.")
        .word("PROJECT", "Whose team.")
        .words("ROLE", "Which roles; a second one as developer-2.", 1)
        .flag("--temp", "Only for one task: the agent ends when it reports that done.")
        .option("--task", "TEXT", "The task of a temporary agent.")
        .option("--driver", "NAME", "The program that fills them; otherwise as configured.")
        .option("--after", "ROLE,...", "They start when these have reported done.")
        .json()
        .example("orc team add shop tester")
        .example("orc team add shop researcher --temp --task \"Compare three payment services\"")
        .example("orc team add shop documentation-writer --after developer,tester");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String project = Projects.chosen(given.word(0));
    List<String> roles = given.words(1);
    TeamAddition wanted =
        new TeamAddition(
            CallerIds.next(),
            Projects.caller(here),
            roles,
            task(given),
            given.text("--driver"),
            list(given.text("--after")));
    Accepted accepted =
        ApiClient.of(here).post(Accepted.class, ApiClient.of(project, "team"), wanted);
    here.say(given.flag("--json") ? ApiJson.text(accepted) : line(project, wanted, accepted));
    return Failure.DONE;
  }

  private static String task(GivenArguments given) {
    String task = given.text("--task");
    if (given.flag("--temp") && (task == null || task.isBlank())) {
      throw Failure.usage("a temporary agent needs its task", "Add --task \"...\"");
    }
    if (!given.flag("--temp") && task != null) {
      throw Failure.usage("only a temporary agent has one task", "Add --temp");
    }
    return task;
  }

  private static List<String> list(String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String line(String project, TeamAddition wanted, Accepted accepted) {
    boolean one = wanted.roles().size() == 1;
    String when =
        wanted.startsAfter().isEmpty()
            ? ""
            : (one ? "; it starts" : "; they start")
                + " after "
                + String.join(", ", wanted.startsAfter());
    String note = accepted.note() == null ? "" : " (" + Clean.line(accepted.note()) + ")";
    return String.join(", ", wanted.roles())
        + (one ? " joins " : " join ")
        + project
        + (wanted.task() == null ? "" : " for one task")
        + when
        + note
        + ".";
  }
}
