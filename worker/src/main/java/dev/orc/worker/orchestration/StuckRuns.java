package dev.orc.worker.orchestration;

import dev.orc.worker.process.Threads;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.StuckRun;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether an orchestration of this host has workflow tasks that fail again
 * and again: such a run can say nothing itself, so the worker says it. Thread-safe.
 */
public final class StuckRuns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StuckRuns.class);
  private static final long EVERY_SECONDS = 10;

  private final Orchestrations orchestrations;
  private final WorkflowTasks tasks;
  private final Consumer<Need> teller;
  private final Clock clock;
  private final Map<String, StuckRun> stuck = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Threads.daemons("stuck-runs"));

  /**
   * @param teller tells people, each need once
   */
  public StuckRuns(
      Connection connection, Orchestrations orchestrations, Consumer<Need> teller, Clock clock) {
    this.orchestrations = orchestrations;
    this.tasks = new WorkflowTasks(connection);
    this.teller = teller;
    this.clock = clock;
  }

  public StuckRuns start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::lookIfItCan, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  public List<StuckRun> all() {
    return List.copyOf(stuck.values());
  }

  public Optional<StuckRun> of(String project) {
    return Optional.ofNullable(stuck.get(project));
  }

  /** Looks at all that are open, once. */
  void look() {
    List<String> open = orchestrations.open().stream().map(Run::project).toList();
    stuck.keySet().retainAll(open);
    open.forEach(this::lookIfItCan);
  }

  /** One that can not be looked at hides no other. */
  private void lookIfItCan(String project) {
    try {
      look(project);
    } catch (RuntimeException cannot) {
      LOG.warn("the workflow tasks of {} can not be looked at: {}", project, cannot.toString());
    }
  }

  private void look(String project) {
    Optional<WorkflowTasks.Failing> failing = tasks.failing(project);
    if (failing.isEmpty()) {
      if (stuck.remove(project) != null) {
        LOG.info("{} goes on", project);
      }
      return;
    }
    Instant since = of(project).map(StuckRun::since).orElseGet(clock::instant);
    WorkflowTasks.Failing task = failing.get();
    StuckRun found = new StuckRun(project, task.cause(), task.attempts(), since);
    if (stuck.put(project, found) == null) {
      LOG.error("{} does not go on: {} ({} attempts)", project, task.cause(), task.attempts());
      teller.accept(found.need());
    }
  }

  private void lookIfItCan() {
    try {
      look();
    } catch (RuntimeException away) {
      LOG.debug("the open runs can not be looked at now: {}", away.toString());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
