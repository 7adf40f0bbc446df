package dev.orc.worker;

import dev.orc.worker.gate.RunGate;
import dev.orc.worker.metrics.DeliveryMetrics;
import dev.orc.worker.process.Threads;
import dev.orc.worker.seal.NotSealed;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.TaskQueues;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The two Temporal workers of a host: workflow tasks of any host, and the host's own work.
 * Thread-safe.
 */
final class TaskWorkers implements AutoCloseable {
  /** A watch blocks a slot for as long as nothing happens. */
  private static final int ACTIVITIES = 1_200;

  /**
   * A task's time begins when it is taken, and a new worker replays every run from its beginning:
   * if all were taken at once, time could run out for each of them, again and again.
   */
  private static final int TASKS = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());

  private static final int CACHED_VIRTUAL = 600;
  private static final int CACHED = 200;

  /** What a workflow needs at most: one for each thing that waits in it. */
  private static final int THREADS_A_WORKFLOW = 40;

  private static final Duration DRAIN = Duration.ofMillis(1_500);

  private final WorkerFactory factory;
  private final ActivityBeats beats;

  private TaskWorkers(WorkerFactory factory, ActivityBeats beats) {
    this.factory = factory;
    this.beats = beats;
  }

  static TaskWorkers start(
      Connection connection,
      String host,
      Class<?>[] workflows,
      List<Object> activities,
      DeliveryMetrics deliveries,
      RunGate gate) {
    ActivityBeats beats = new ActivityBeats();
    WorkerFactory factory =
        WorkerFactory.newInstance(connection.workers(), factoryOptions(deliveries, beats, gate));
    Worker orchestrating = factory.newWorker(TaskQueues.WORKFLOWS, workflowOptions());
    orchestrating.registerWorkflowImplementationTypes(implementations(), workflows);
    Worker hosting = factory.newWorker(TaskQueues.host(host), activityOptions());
    hosting.registerActivitiesImplementations(activities.toArray());
    factory.start();
    return new TaskWorkers(factory, beats);
  }

  /** Lets what runs come to its end for a moment, then interrupts it. */
  @Override
  public void close() {
    factory.shutdown();
    factory.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    factory.shutdownNow();
    factory.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    beats.close();
  }

  private static WorkerFactoryOptions factoryOptions(
      DeliveryMetrics deliveries, ActivityBeats beats, RunGate gate) {
    int cached = Threads.virtual() ? CACHED_VIRTUAL : CACHED;
    return WorkerFactoryOptions.newBuilder()
        .setWorkflowCacheSize(cached)
        .setMaxWorkflowThreadCount(cached * THREADS_A_WORKFLOW)
        .setUsingVirtualWorkflowThreads(Threads.virtual())
        .setWorkerInterceptors(new ActivityTracing(deliveries), gate, beats)
        .validateAndBuildWithDefaults();
  }

  /** A run that was started by somebody who has not the key ends at once and holds nothing. */
  private static WorkflowImplementationOptions implementations() {
    return WorkflowImplementationOptions.newBuilder()
        .setFailWorkflowExceptionTypes(NotSealed.class)
        .build();
  }

  private static WorkerOptions workflowOptions() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentWorkflowTaskExecutionSize(TASKS)
        .setLocalActivityWorkerOnly(true)
        // A worker that was killed leaves its sticky queue behind; do not wait for it.
        .setStickyQueueScheduleToStartTimeout(Duration.ofSeconds(2))
        // On a host under load a task may be slow to get its turn; that is no deadlock.
        .setDefaultDeadlockDetectionTimeout(TimeUnit.SECONDS.toMillis(10))
        .validateAndBuildWithDefaults();
  }

  private static WorkerOptions activityOptions() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityExecutionSize(ACTIVITIES)
        .setUsingVirtualThreadsOnActivityWorker(Threads.virtual())
        .validateAndBuildWithDefaults();
  }
}
