package dev.orc.activities.git;

import java.nio.file.Path;
import java.time.Instant;

/** Counts commits; cheap enough to be asked every few seconds for hundreds of worktrees. */
public interface Commits {
  /** The commits of the worktree's HEAD that {@code base} lacks; none when it can not be read. */
  Count since(Path worktree, String base);

  /**
   * @param newest time of the newest; null when there is none
   */
  record Count(int commits, Instant newest) {
    public static final Count NONE = new Count(0, null);
  }
}
