package dev.orc.activities.agent.watch;

import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.model.AgentName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the agents among all panes of a server: of every marked window the first pane, since a
 * person may have split an agent's window and works beside it. Pure.
 */
public final class AgentPanes {
  private static final Comparator<Pane> FIRST = Comparator.comparingInt(AgentPanes::number);

  private AgentPanes() {}

  /** One pane for each window that is marked as an agent's. */
  public static Collection<Pane> of(List<Pane> panes) {
    Map<String, Pane> byWindow = new HashMap<>();
    for (Pane pane : panes) {
      if (isAgent(pane)) {
        byWindow.merge(
            pane.window(), pane, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other);
      }
    }
    return byWindow.values();
  }

  /** The pane of each agent's newest life. */
  static Map<AgentName, Pane> newestLives(List<Pane> panes) {
    Comparator<Pane> newer =
        Comparator.comparingInt(Pane::incarnation)
            .thenComparing(pane -> !pane.dead())
            .thenComparing(FIRST);
    Map<AgentName, Pane> newest = new HashMap<>();
    for (Pane pane : of(panes)) {
      newest.merge(
          new AgentName(pane.project(), pane.role()),
          pane,
          (one, other) -> newer.compare(one, other) >= 0 ? one : other);
    }
    return newest;
  }

  private static boolean isAgent(Pane pane) {
    return AgentName.WORD.matcher(pane.project()).matches()
        && AgentName.WORD.matcher(pane.role()).matches();
  }

  private static int number(Pane pane) {
    return Integer.parseInt(pane.id().substring(1));
  }
}
