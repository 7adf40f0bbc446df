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
      Known counted =
          known.compute(
              worktree,
              (path, before) -> {
                Known found = before == null || before.files.gone() ? Known.of(path) : before;
                return found == null ? null : found.countedFrom(base);
              });
      return counted == null ? Count.NONE : counted.count;
    } catch (RuntimeException e) {
      LOG.debug("commits of {} can not be counted", worktree, e);
      return Count.NONE;
    }
  }

  /** What was counted last, and between which two commits. */
  private record Known(GitFiles files, String tip, String base, Count count) {
    /** Nothing counted yet; null when there is no checkout. */
    static Known of(Path worktree) {
      return Files.exists(worktree.resolve(".git"))
          ? new Known(GitFiles.of(worktree), null, null, Count.NONE)
          : null;
    }

    Known countedFrom(String wanted) {
      String now = files.head();
      if (now == null || now.equals(tip) && wanted.equals(base)) {
        return this;
      }
      try (History history = History.of(files)) {
        return new Known(files, now, wanted, history.since(now, wanted));
      }
    }
  }
}
