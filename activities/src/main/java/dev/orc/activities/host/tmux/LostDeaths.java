package dev.orc.activities.host.tmux;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Panes that are dead with neither status nor signal: tmux has missed the death of their process,
 * and learns of it when it starts and ends any other process. Says when that is worth a try: at
 * once, then ever more rarely, since a program may have left its terminal and live on. Thread-safe.
 */
final class LostDeaths {
  private static final long FIRST = Duration.ofMillis(100).toNanos();
  private static final long LONGEST = Duration.ofMinutes(1).toNanos();

  private static final long FORGOTTEN = 10 * LONGEST;

  private final Map<String, Try> tries = new HashMap<>();

  /** Whether tmux should be made to look now. Counts as a try. */
  synchronized boolean worthTrying(List<Pane> panes, long nanoTime) {
    boolean worth = false;
    for (Pane pane : panes) {
      if (lost(pane)) {
        worth |= due(pane.id(), nanoTime);
      } else {
        tries.remove(pane.id());
      }
    }
    tries.values().removeIf(last -> nanoTime - last.at > FORGOTTEN);
    return worth;
  }

  private boolean due(String pane, long nanoTime) {
    Try last = tries.get(pane);
    if (last != null && nanoTime - last.at < last.pause) {
      return false;
    }
    long pause = last == null ? FIRST : Math.min(2 * last.pause, LONGEST);
    tries.put(pane, new Try(nanoTime, pause));
    return true;
  }

  private static boolean lost(Pane pane) {
    return pane.dead() && pane.exitStatus() == null && pane.signal() == null;
  }

  private record Try(long at, long pause) {}
}
