package dev.orc.activities.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A checkout whose making was cut off: git may still be at it as an orphan, or was killed with it.
 * Nobody has worked in it yet. For use under the repository's lock.
 */
final class HalfMade {
  /** How long an orphan of an earlier worker may take to check out the largest repository. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final GitProgram git;
  private final Path repository;
  private final Checkouts checkouts;
  private final Duration patience;

  HalfMade(GitProgram git, Path repository, Checkouts checkouts, Duration patience) {
    this.git = git;
    this.repository = repository;
    this.checkouts = checkouts;
    this.patience = patience;
  }

  /** Waits until it is whole; what nobody finishes is removed. */
  void clear(Path place) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (halfMade(place) && System.nanoTime() < deadline) {
      git.heartbeat();
      pause();
    }
    if (halfMade(place)) {
      git.say(repository, "worktree", "remove", "--force", "--force", place.toString());
    }
  }

  private boolean halfMade(Path place) {
    return checkouts.again().at(place).filter(Checkout::halfMade).isPresent();
  }

  /** git tells nobody when it is ready, so there is only looking again. */
  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitFailed("interrupted while waiting for git", e);
    }
  }
}
