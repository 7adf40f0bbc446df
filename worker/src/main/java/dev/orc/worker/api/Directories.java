package dev.orc.worker.api;

import dev.orc.activities.Refusal;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps two orchestrations of different names out of one directory. Thread-safe. */
final class Directories {
  private final Orchestrations orchestrations;
  private final Statuses statuses;
  private final ReentrantLock lock = new ReentrantLock();

  /** By run, because a directory never changes while a run is open. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Directories(Orchestrations orchestrations, Statuses statuses) {
    this.orchestrations = orchestrations;
    this.statuses = statuses;
  }

  /** Does it while nobody else of this host can start anything under the name or in the place. */
  <T> T alone(String project, String directory, Supplier<T> start) {
    lock.lock();
    try {
      orchestrations.requireFree(project);
      orchestrations.open().stream()
          .filter(run -> directory.equals(directory(run)))
          .findFirst()
          .ifPresent(
              run -> {
                throw held(directory, run.project());
              });
      return start.get();
    } finally {
      lock.unlock();
    }
  }

  private String directory(Run run) {
    if (run.directory() != null) {
      return run.directory();
    }
    return known.computeIfAbsent(
        run.runId(), unknown -> statuses.believed(run.project()).directory());
  }

  private static Refusal held(String directory, String project) {
    return new Refusal(
        Refusal.Kind.REFUSED,
        "the directory " + directory + " is held by the orchestration " + project,
        "look at it with 'orc status " + project + "', end it with 'orc stop " + project + "'");
  }
}
