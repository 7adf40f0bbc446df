package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ReportKind;
import java.time.Instant;
import java.util.List;

/** {@code orc agents}: every agent of every project, a line each. */
public final class Agents implements Command {
  private static final int STATE = 1;

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "agents", "List the agents of all projects, a line each.")
        .optionalWord("PROJECT", "Only the agents of this one.")
        .json()
        .below(List.of(new AgentsCheck(), new AgentsRecord()))
        .example("orc agents --json")
        .example("orc agents check claude --screen screen.txt");
  }

  /** An agent and the project that it belongs to. */
  public record Listed(String project, AgentStatus agent) {}

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    List<ProjectStatus> projects =
        given.word(0) == null
            ? Projects.running(api)
            : List.of(Projects.one(api, Projects.chosen(given.word(0))));
    List<Listed> agents =
        projects.stream()
            .flatMap(one -> one.agents().stream().map(agent -> new Listed(one.project(), agent)))
            .toList();
    if (given.flag("--json")) {
      here.say(ApiJson.text(agents));
    } else if (agents.isEmpty()) {
      here.say("No agent is at work. Start a project: orc start SPEC");
    } else {
      table(agents, here).lines(here.terminal().room(), "").forEach(here::say);
      agents.stream().filter(one -> blocked(one.agent())).forEach(one -> here.say(why(one)));
    }
    return Failure.DONE;
  }

  /** Whose last word is that it can not go on. */
  private static boolean blocked(AgentStatus agent) {
    return agent.lastReport() != null && agent.lastReport().startsWith(ReportKind.BLOCKED + ":");
  }

  private static String why(Listed one) {
    String said = one.agent().lastReport().substring(one.agent().lastReport().indexOf(':') + 1);
    return Clean.line(
        "%s:%s is blocked: %s".formatted(one.project(), one.agent().role(), said.strip()));
  }

  private static Table table(List<Listed> agents, CommandContext here) {
    Table table =
        new Table(
            List.of("AGENT", "STATE", "SINCE", "INBOX", "LIFE", "DRIVER", "BRANCH"),
            List.of("SINCE", "INBOX", "LIFE"));
    Instant now = here.now();
    for (Listed listed : agents) {
      AgentStatus agent = listed.agent();
      table.row(
          listed.project() + ":" + agent.role(),
          blocked(agent) ? agent.state() + ", blocked" : agent.state(),
          Ago.since(agent.since(), now),
          agent.waiting() == 0 ? "-" : agent.waiting(),
          agent.incarnation(),
          agent.driver(),
          agent.branch());
    }
    Paint paint = new Paint(here.terminal().colour());
    table.paint(
        (column, text) ->
            column == STATE ? paint.state(text.strip().split(",", 2)[0], text) : text);
    return table;
  }
}
