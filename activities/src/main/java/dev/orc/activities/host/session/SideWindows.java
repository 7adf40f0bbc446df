package dev.orc.activities.host.session;

import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.workflows.model.SideWindow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the windows of a session that no agent lives in, marked with {@code @orc_window} and never
 * with a role, so that nothing takes them for an agent's. Thread-safe; two calls for one session at
 * the same time are the caller's to prevent.
 */
final class SideWindows {
  private static final Logger LOG = LoggerFactory.getLogger(SideWindows.class);

  private final Tmux tmux;
  private final Map<String, String> environment;

  SideWindows(Tmux tmux, Map<String, String> environment) {
    this.tmux = tmux;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Opens those that the session does not have yet. One whose program has ended stays as it is, for
   * its end to be read; one that can not be opened is told of in the log, and keeps nobody from
   * work.
   */
  void open(String session, String project, List<SideWindow> windows) {
    if (windows.isEmpty()) {
      return;
    }
    Set<String> there =
        tmux.panes().stream()
            .filter(pane -> pane.session().equals(session) && pane.project().equals(project))
            .map(Tmux.Pane::side)
            .collect(Collectors.toSet());
    windows.stream()
        .filter(window -> !there.contains(window.name()))
        .forEach(window -> open(session, project, window));
  }

  private void open(String session, String project, SideWindow window) {
    Map<String, String> marks = Map.of("@orc_project", project, "@orc_window", window.name());
    try {
      tmux.newWindow(
          session,
          new NewWindow(
              window.name(),
              window.directory(),
              AgentVariables.takenFrom(window.command()),
              environment,
              marks));
    } catch (TmuxException e) {
      LOG.warn("the window {} of {} can not be opened: {}", window.name(), project, e.getMessage());
    }
  }
}
