package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps two orchestrations of different names out of one directory. Thread-safe. */
public final class Directories {
  /** So long a batch takes at most from the plan of a project to its start. */
  private static final Duration PLANNED = Duration.ofSeconds(10);

  private final Orchestrations orchestrations;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();

  /** By run, because a directory never changes while a run is open. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** By directory; touched under the lock alone. */
  private final Map<String, Planned> planned = new HashMap<>();

  /** What a batch is about to start somewhere. */
  private record Planned(String holder, String project, Instant since) {
    boolean over(Instant now) {
      return now.isAfter(since.plus(PLANNED));
    }
  }

  public Directories(Orchestrations orchestrations, Clock clock) {
    this.orchestrations = orchestrations;
    this.clock = clock;
  }

  /** Does it while nobody else of this host can start anything under the name or in the place. */
  public <T> T alone(String project, String directory, Supplier<T> start) {
    return held(null, project, directory, start);
  }

  /**
   * The same for an item of a batch, which is started a moment later: until then the place is kept
   * for it.
   *
   * @param holder who may plan it again
   */
  public <T> T planned(String holder, String project, String directory, Supplier<T> plan) {
    return held(
        holder,
        project,
        directory,
        () -> {
          planned.put(directory, new Planned(holder, project, clock.instant()));
          return plan.get();
        });
  }

  private <T> T held(String holder, String project, String directory, Supplier<T> work) {
    lock.lock();
    try {
      orchestrations.requireFree(project);
      planned.values().removeIf(one -> one.over(clock.instant()));
      Planned other = planned.get(directory);
      if (other != null && !other.holder().equals(holder) && !begun(other)) {
        throw heldBy(directory, other.project());
      }
      orchestrations.open().stream()
          .filter(run -> directory.equals(directory(run)))
          .filter(run -> orchestrations.running(run.project())) // the list knows of ends late
          .findFirst()
          .ifPresent(
              run -> {
                throw heldBy(directory, run.project());
              });
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Whether what was planned has been started since: from then on its run holds the place. */
  private boolean begun(Planned one) {
    return orchestrations
        .begunAt(one.project())
        .filter(begun -> !begun.isBefore(one.since()))
        .isPresent();
  }

  private String directory(Run run) {
    if (run.directory() != null) {
      return run.directory();
    }
    return known.computeIfAbsent(
        run.runId(), unknown -> orchestrations.status(run.project()).directory());
  }

  private static Refusal heldBy(String directory, String project) {
    return new Held(
        "the directory " + directory + " is held by the orchestration " + project,
        "look at it with 'orc status " + project + "', end it with 'orc stop " + project + "'");
  }
}
