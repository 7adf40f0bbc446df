package dev.orc.activities.host.tmux;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tmux server on a socket of its own. Targets are ids ({@code %3}, {@code @2}, {@code $1}), never
 * names. Thread-safe; every call may block for as long as the server takes, a few seconds at most,
 * and throws {@link TmuxException} when the server can not do it.
 */
public interface Tmux extends AutoCloseable {
  /** As {@code 3.3a}. */
  String version();

  /** Whether commands go over the control-mode connection; a process each otherwise. */
  boolean controlled();

  /** Every pane of the server, dead ones too; none when no server runs. */
  List<Pane> panes();

  Optional<Pane> pane(String paneId);

  Optional<String> session(String name);

  /**
   * Starts a session, and the server where needed, with one window. Answers its first pane. An
   * empty command is the person's own shell.
   */
  Pane newSession(String name, NewWindow firstWindow);

  /** Opens a window at the end of the session, in the background. */
  Pane newWindow(String sessionId, NewWindow window);

  /** Sets {@code @name} user options of a window. */
  void mark(String windowId, Map<String, String> options);

  /**
   * Leaves copy mode, then pastes as one bracketed paste; the text must be clean already. A pane
   * whose program is gone is refused.
   */
  void paste(String paneId, String text);

  /**
   * Leaves copy mode, then sends keys by tmux name, as {@code Enter} or {@code Escape}. A pane
   * whose program is gone is refused.
   */
  void keys(String paneId, List<String> keys);

  /** The visible screen, wrapped lines joined, without blanks at the ends of lines and screen. */
  String screen(String paneId);

  /** Everything the pane remembers, scroll-back first. */
  String transcript(String paneId);

  /** Closes the window; one that is gone needs no closing, and so for the two below. */
  void killWindow(String windowId);

  void killSession(String sessionId);

  /** Ends the whole server with everything in it. */
  void killServer();

  /**
   * Calls back, on a thread of the connection, when something about the panes may have changed: a
   * death, output, a window come or gone, the connection lost or won. Never trust it alone.
   */
  Subscription onChange(Runnable listener);

  @Override
  void close();

  /** Ends a subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * A window to open.
   *
   * @param command the program and its arguments, run without a shell
   * @param environment added to the server's
   * @param options {@code @name} user options, set before the program can be seen without them
   */
  record NewWindow(
      String name,
      String directory,
      List<String> command,
      Map<String, String> environment,
      Map<String, String> options) {
    public NewWindow {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
      options = Map.copyOf(options);
    }
  }

  /**
   * What tmux says of a pane.
   *
   * @param exitStatus of a dead pane; null when alive or unknown
   * @param signal that ended it; null when alive, unknown or none
   * @param project the window's {@code @orc_project}; empty when it is not ours
   * @param role the window's {@code @orc_role}; empty when it is no agent's
   * @param incarnation the window's {@code @orc_incarnation}; 0 when it has none
   * @param side the window's {@code @orc_window}: its name where it is one of those that no agent
   *     lives in; empty otherwise
   * @param activity the window's last output, epoch seconds
   */
  record Pane(
      String id,
      String window,
      String session,
      String sessionName,
      String windowName,
      long pid,
      boolean dead,
      Integer exitStatus,
      Integer signal,
      boolean inMode,
      long activity,
      String project,
      String role,
      int incarnation,
      String side) {}
}
