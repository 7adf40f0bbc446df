package dev.orc.activities.git;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one change at a time happen to a repository, in this process. Thread-safe. */
final class RepositoryLocks {
  /** One worker serves a host, so that these are all there are. */
  static final RepositoryLocks HOST = new RepositoryLocks();

  private final ConcurrentMap<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

  /** Does the work when nobody else works on the repository; heartbeats while it waits. */
  <T> T alone(Path repository, Runnable heartbeat, Supplier<T> work) {
    ReentrantLock lock = locks.computeIfAbsent(repository, path -> new ReentrantLock(true));
    try {
      while (!lock.tryLock(1, TimeUnit.SECONDS)) {
        heartbeat.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitFailed("interrupted while waiting for " + repository, e);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same for a change that answers nothing. */
  void alone(Path repository, Runnable heartbeat, Runnable change) {
    alone(
        repository,
        heartbeat,
        () -> {
          change.run();
          return null;
        });
  }
}
