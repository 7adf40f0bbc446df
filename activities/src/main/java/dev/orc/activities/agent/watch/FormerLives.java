package dev.orc.activities.agent.watch;

import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.model.FormerLife;
import java.util.Comparator;
import java.util.List;

/** What a host's windows tell of a project's agents, whoever started them. Pure. */
public final class FormerLives {
  private FormerLives() {}

  /** The last life of each role that has a window, in the order of their names. */
  public static List<FormerLife> of(String project, List<Pane> panes) {
    return AgentPanes.newestLives(panes).entrySet().stream()
        .filter(agent -> agent.getKey().project().equals(project))
        .map(
            agent ->
                new FormerLife(
                    agent.getKey().role(),
                    agent.getValue().incarnation(),
                    !agent.getValue().dead()))
        .sorted(Comparator.comparing(FormerLife::role))
        .toList();
  }
}
