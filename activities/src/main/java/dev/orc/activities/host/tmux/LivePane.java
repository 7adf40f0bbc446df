package dev.orc.activities.host.tmux;

import java.util.Collections;
import java.util.List;

/**
 * Input for a pane that only arrives while the pane's program has its terminal. The server itself
 * looks, in the same moment, since it crashes (3.3a) when something is pasted into a dead pane.
 */
final class LivePane {
  private static final String GONE = "orc-pane-is-dead";

  private LivePane() {}

  /**
   * Carries out the commands unless the pane is dead. To be the last command of its batch: what
   * fails inside would not end those behind it.
   */
  static TmuxCommand onlyAlive(String pane, TmuxCommand... commands) {
    List<TmuxCommand> alive = List.of(commands);
    // As many replies either way, so that a reader knows how many to wait for.
    List<TmuxCommand> dead =
        Collections.nCopies(alive.size(), TmuxCommand.of("display-message", "-p", GONE));
    List<String> words =
        List.of(
            "if-shell", "-F", "-t", pane, "#{pane_dead}", Quoting.line(dead), Quoting.line(alive));
    return new TmuxCommand(words, 1 + alive.size());
  }

  /** An exception when the input did not arrive. */
  static void requireArrived(Reply reply, String doing) {
    if (reply.orThrow(doing).contains(GONE)) {
      throw new TmuxException("tmux could not " + doing + ": its program is gone");
    }
  }
}
