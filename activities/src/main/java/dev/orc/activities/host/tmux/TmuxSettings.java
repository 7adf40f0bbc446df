package dev.orc.activities.host.tmux;

/**
 * Which tmux.
 *
 * @param program the tmux program, as {@code tmux} or a path
 * @param socket the socket's name ({@code tmux -L}); {@code orc} by default
 */
public record TmuxSettings(String program, String socket) {
  public static final TmuxSettings DEFAULTS = new TmuxSettings("tmux", "orc");
}
