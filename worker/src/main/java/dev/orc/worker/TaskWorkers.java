package dev.orc.worker;

import dev.orc.worker.metrics.Deliveries;
import dev.orc.worker.process.Threads;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.TaskQueues;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
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
      Deliveries deliveries) {
    ActivityBeats beats = new ActivityBeats();
    WorkerFactory factory =
        WorkerFactory.newInstance(connection.workers(), factoryOptions(deliveries, beats));
    Worker orchestrating = factory.newWorker(TaskQueues.WORKFLOWS, workflowOptions());
    orchestrating.registerWorkflowImplementationTypes(workflows);
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

  private static WorkerFactoryOptions factoryOptions(Deliveries deliveries, ActivityBeats beats) {
    int cached = Threads.virtual() ? CACHED_VIRTUAL : CACHED;
    return WorkerFactoryOptions.newBuilder()
        .setWorkflowCacheSize(cached)
        .setMaxWorkflowThreadCount(cached * THREADS_A_WORKFLOW)
        .setUsingVirtualWorkflowThreads(Threads.virtual())
        .setWorkerInterceptors(new ActivityTracing(deliveries), beats)
        .validateAndBuildWithDefaults();
  }

  private static WorkerOptions workflowOptions() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentWorkflowTaskExecutionSize(32)
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
