package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.Table;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.ProjectStatus;
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
        .example("orc agents --json");
  }

  /** An agent and the project that it belongs to. */
  public record Listed(String project, AgentStatus agent) {}

  @Override
  public int run(Given given, Surroundings here) {
    Api api = Api.of(here);
    List<ProjectStatus> projects =
        given.word(0) == null
            ? Projects.running(api)
            : List.of(Projects.one(api, Projects.chosen(given.word(0))));
    List<Listed> agents =
        projects.stream()
            .flatMap(one -> one.agents().stream().map(agent -> new Listed(one.project(), agent)))
            .toList();
    if (given.flag("--json")) {
      here.say(Json.text(agents));
    } else if (agents.isEmpty()) {
      here.say("No agent is at work. Start a project: orc start SPEC");
    } else {
      table(agents, here).lines(here.terminal().room(), "").forEach(here::say);
    }
    return Failure.DONE;
  }

  private static Table table(List<Listed> agents, Surroundings here) {
    Table table =
        new Table(
            List.of("AGENT", "STATE", "SINCE", "INBOX", "LIFE", "DRIVER", "BRANCH"),
            List.of("SINCE", "INBOX", "LIFE"));
    Instant now = Instant.now();
    for (Listed listed : agents) {
      AgentStatus agent = listed.agent();
      table.row(
          listed.project() + ":" + agent.role(),
          agent.state(),
          Ago.since(agent.since(), now),
          agent.waiting() == 0 ? "-" : agent.waiting(),
          agent.incarnation(),
          agent.driver(),
          agent.branch());
    }
    Paint paint = new Paint(here.terminal().colour());
    table.paint((column, text) -> column == STATE ? paint.state(text.strip(), text) : text);
    return table;
  }
}
