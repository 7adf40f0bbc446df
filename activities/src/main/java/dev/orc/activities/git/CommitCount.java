package dev.orc.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts commits by two small files a worktree, and walks history only when the tip has moved.
 * Thread-safe.
 */
public final class CommitCount implements Commits {
  private static final Logger LOG = LoggerFactory.getLogger(CommitCount.class);

  private final ConcurrentMap<Path, Known> known = new ConcurrentHashMap<>();

  @Override
  public Count since(Path worktree, String base) {
    try {
      String tip = Files.exists(worktree.resolve(".git")) ? GitFiles.of(worktree).head() : null;
      if (tip == null) {
        known.remove(worktree);
        return Count.NONE;
      }
      Known before = known.get(worktree);
      if (before != null && before.tip.equals(tip) && before.base.equals(base)) {
        return before.count;
      }
      Count count = walk(worktree, tip, base);
      known.put(worktree, new Known(tip, base, count));
      return count;
    } catch (RuntimeException e) {
      LOG.debug("commits of {} can not be counted", worktree, e);
      return Count.NONE;
    }
  }

  private static Count walk(Path worktree, String tip, String base) {
    try (History history = History.of(worktree)) {
      return history.since(tip, base);
    }
  }

  private record Known(String tip, String base, Count count) {}
}
