package dev.orc.activities.host.tmux;

import java.util.ArrayList;
import java.util.List;

/**
 * The session of orc's own that a control connection attaches to, and how the server is set up
 * around it. The session holds one window in which nothing happens; the window is renamed when a
 * pane has died, because a rename is told to control connections at once. Pure.
 */
final class Hub {
  static final String SESSION = "orc-hub";

  private static final String EVERY_PANE =
      "orc::#{S:#{W:#{P:#{pane_id}=#{pane_dead}.#{pane_dead_status}.#{window_activity} }}}";

  /** In the background, since renames made inside a hook are not told. */
  private static final String TELL_DEATH =
      "run-shell -b -C \"rename-window -t '=" + SESSION + ":' 'died-#{hook_pane}'\"";

  private Hub() {}

  /** Starts the server where needed, sets it up, and ends with the making of the session. */
  static CommandGroup start() {
    List<TmuxCommand> commands = new ArrayList<>();
    commands.add(TmuxCommand.of("start-server"));
    commands.addAll(options());
    commands.add(
        TmuxCommand.of("new-session", "-d", "-s", SESSION, "-n", "hub", "-x", "80", "-y", "24")
            .with(List.of("-c", "/", "--", "sleep", "2147483647")));
    return new CommandGroup(commands, true);
  }

  /** What a new connection asks for: the options again, and to be told. */
  static CommandGroup listen() {
    List<TmuxCommand> commands = new ArrayList<>(options());
    commands.add(TmuxCommand.of("set-hook", "-g", "pane-died[77]", TELL_DEATH));
    commands.add(TmuxCommand.of("refresh-client", "-B", EVERY_PANE));
    return new CommandGroup(commands, true);
  }

  static CommandGroup find() {
    return CommandGroup.of(TmuxCommand.of("has-session", "-t", "=" + SESSION));
  }

  private static List<TmuxCommand> options() {
    return List.of(
        TmuxCommand.of("set-option", "-s", "escape-time", "10"),
        TmuxCommand.of("set-option", "-s", "set-clipboard", "off"),
        TmuxCommand.of("set-option", "-g", "default-terminal", "screen-256color"),
        TmuxCommand.of("set-option", "-g", "history-limit", "50000"),
        TmuxCommand.of("set-option", "-g", "default-size", "200x50"),
        TmuxCommand.of("set-option", "-gw", "remain-on-exit", "on"),
        // What tmux writes on a dead pane would push its first line away; 3.2 has no such option.
        TmuxCommand.of("set-option", "-gwq", "remain-on-exit-format", ""),
        TmuxCommand.of("set-option", "-gw", "allow-rename", "off"),
        TmuxCommand.of("set-option", "-gw", "automatic-rename", "off"));
  }
}
