package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.command.Syntax;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.SideWindow;
import java.nio.file.Path;
import java.util.List;

/** {@code orc attach}: looks at an agent, or at a whole session, in tmux. */
public final class Attach implements Command {
  /** Windows that no agent lives in: tmux finds them by their names, or says that they are not. */
  private static final List<String> SIDES = List.of(SideWindow.SERVER, SideWindow.SHELL);

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "attach", "Look into a project's tmux session (leave with C-b d).")
        .optionalWord(
            "TARGET",
            "project:role, project:server, project:shell, a role or a project; otherwise the only one.")
        .example("orc attach shop:developer");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    String word = given.word(0);
    Target target = Target.orProject(word, here, api);
    boolean agent = !target.role().equals(Message.ALL);
    String project = target.project();
    ProjectStatus status = Projects.one(api, project);
    if (status.session() == null || status.over()) {
      throw Failure.notFound(
          project + " has no session", "See how it stands: orc status " + project);
    }
    String window = agent ? ":" + window(status, target) : "";
    String socket = api.get(HostHealth.class, "/v1/health").tmuxSocket();
    return show(
        here, socket, (status.session().startsWith("$") ? "" : "=") + status.session() + window);
  }

  private static String window(ProjectStatus status, Target target) {
    return status.agents().stream()
        .filter(agent -> agent.role().equals(target.role()))
        .filter(agent -> agent.window() != null)
        .map(AgentStatus::window)
        .findFirst()
        .or(() -> SIDES.stream().filter(target.role()::equals).map(name -> "=" + name).findFirst())
        .orElseThrow(
            () ->
                Failure.notFound(
                    "there is no window of " + target, "See: orc agents " + status.project()));
  }

  private static int show(CommandContext here, String socket, String place) {
    if (here.variable("ORC_ADDRESS") != null) {
      throw new Failure(
          Failure.REFUSED, "the session is on another host", "Run orc attach there, over ssh -t");
    }
    String outer = here.variable("TMUX");
    if (outer != null) {
      return fromInside(here, outer, socket, place);
    }
    if (!here.terminal().in() || !here.terminal().out()) {
      throw new Failure(Failure.REFUSED, "this is no terminal", "Use orc status, or orc watch");
    }
    return ended(ProgramStarts.onTerminal(here, tmux(socket, "attach-session", place)));
  }

  /** In orc's own tmux another window is one switch away; in a person's it would be nested. */
  private static int fromInside(CommandContext here, String outer, String socket, String place) {
    Path server = Path.of(outer.split(",", -1)[0]).getFileName();
    if (server != null && server.toString().equals(socket)) {
      return ended(ProgramStarts.onTerminal(here, tmux(socket, "switch-client", place)));
    }
    throw new Failure(
        Failure.REFUSED,
        "this is a tmux already",
        "In another terminal, or nested: env -u TMUX tmux -L "
            + socket
            + " attach -t '"
            + place
            + "'");
  }

  private static List<String> tmux(String socket, String verb, String place) {
    return List.of("tmux", "-L", socket, verb, "-t", place);
  }

  private static int ended(int exit) {
    return exit == 0 ? Failure.DONE : Failure.FAILED;
  }
}
