package dev.orc.workflows.entity;

import dev.orc.workflows.activities.TaskQueues;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The one place where stubs of activities are made. Every call gets a stub of its own, since its
 * time-out and its summary are its own: {@code Async.function(stubs.of(...)::prepare, order)}. What
 * is not said is the same for all work on a host: on that host's task queue, tried twenty times,
 * with a heartbeat that the worker sends for it, and waited for when it is taken back. Nothing
 * limits how long a host may be away. Workflow threads only.
 */
public final class ActivityStubs {
  /** Tries that never end, at short intervals. */
  public static final RetryOptions UNTIL_DONE =
      retry(Duration.ofMillis(200), Duration.ofSeconds(5)).build();

  /** Who does work says so meanwhile; after such a silence it is begun anew. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final RetryOptions PATIENT =
      retry(Duration.ofMillis(500), Duration.ofSeconds(30)).setMaximumAttempts(20).build();

  private final String queue;

  /**
   * @param host on which the work is done
   */
  public ActivityStubs(String host) {
    this.queue = TaskQueues.host(host);
  }

  /**
   * @param summary what a person sees of it in Temporal's own web UI; never a text of somebody's
   * @param within from its start to its end, each time it is tried
   */
  public <A> A of(Class<A> activities, String summary, Duration within) {
    return of(activities, summary, within, options -> options);
  }

  /**
   * @param changed what is other than for most work
   */
  public <A> A of(
      Class<A> activities,
      String summary,
      Duration within,
      UnaryOperator<ActivityOptions.Builder> changed) {
    ActivityOptions.Builder options =
        ActivityOptions.newBuilder()
            .setTaskQueue(queue)
            .setStartToCloseTimeout(within)
            .setHeartbeatTimeout(SILENCE)
            .setRetryOptions(PATIENT)
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .setSummary(summary);
    return Workflow.newActivityStub(activities, changed.apply(options).build());
  }

  private static RetryOptions.Builder retry(Duration first, Duration longest) {
    return RetryOptions.newBuilder()
        .setInitialInterval(first)
        .setBackoffCoefficient(2)
        .setMaximumInterval(longest);
  }
}
