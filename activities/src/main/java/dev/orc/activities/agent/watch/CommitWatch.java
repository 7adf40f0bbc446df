package dev.orc.activities.agent.watch;

import dev.orc.activities.git.Commits;
import dev.orc.workflows.model.AgentName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts commits every few seconds where something was printed, else twice a minute. One thread.
 */
final class CommitWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CommitWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final Duration SILENT = Duration.ofSeconds(30);

  private final Commits commits;
  private final LiveHostTruth truth;
  private final Map<AgentName, Instant> counted = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "orc-watch-commits");

  CommitWatch(Commits commits, LiveHostTruth truth) {
    this.commits = commits;
    this.truth = truth;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        truth.agents().forEach(this::count);
        counted.keySet().removeIf(name -> truth.find(name.project(), name.role()).isEmpty());
      } while (!closed.await(ROUND.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(AgentTruth agent) {
    agent
        .commitPlace()
        .filter(place -> due(agent.name(), place.outputAt()))
        .ifPresent(place -> count(agent, place));
  }

  private boolean due(AgentName name, Instant outputAt) {
    Instant last = counted.get(name);
    Instant now = truth.now();
    // A count in the future means that the clock was set back.
    return last == null
        || now.isBefore(last)
        || (outputAt != null && !outputAt.isBefore(last.minus(ROUND)))
        || !now.isBefore(last.plus(SILENT));
  }

  private void count(AgentTruth agent, CommitPlace place) {
    try {
      counted.put(agent.name(), truth.now());
      Commits.Count count = commits.since(place.worktree(), place.base());
      truth.tell(agent, agent.counted(count, truth.now()));
    } catch (RuntimeException e) {
      log.warn("can not count the commits of {}: {}", agent.name(), e.toString());
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
