package dev.orc.activities.tmux;

import dev.orc.activities.tmux.Tmux.Pane;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Panes that are dead with neither status nor signal: tmux has missed the death of their process,
 * and learns of it when it starts and ends any other process. Says when that is worth a try: at
 * once, then ever more rarely, since a program may have left its terminal and live on. Thread-safe.
 */
final class LostDeaths {
  private static final long FIRST = Duration.ofMillis(100).toNanos();
  private static final long LONGEST = Duration.ofMinutes(1).toNanos();

  private final Map<String, Try> tries = new HashMap<>();

  /** Whether tmux should be made to look now. Counts as a try. */
  synchronized boolean worthTrying(List<Pane> panes, long nanoTime) {
    Set<String> lost =
        panes.stream().filter(LostDeaths::lost).map(Pane::id).collect(Collectors.toSet());
    tries.keySet().retainAll(lost);
    boolean worth = false;
    for (String pane : lost) {
      Try last = tries.get(pane);
      if (last == null || nanoTime - last.at >= last.pause) {
        long pause = last == null ? FIRST : Math.min(2 * last.pause, LONGEST);
        tries.put(pane, new Try(nanoTime, pause));
        worth = true;
      }
    }
    return worth;
  }

  private static boolean lost(Pane pane) {
    return pane.dead() && pane.exitStatus() == null && pane.signal() == null;
  }

  private record Try(long at, long pause) {}
}
