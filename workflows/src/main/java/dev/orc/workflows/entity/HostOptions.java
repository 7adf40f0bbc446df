package dev.orc.workflows.entity;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** What all work on a host has in common. Nothing limits how long a host may be away. Pure. */
public final class HostOptions {
  /** Tries that never end, at short intervals. */
  public static final RetryOptions UNTIL_DONE =
      retry(Duration.ofMillis(200), Duration.ofSeconds(5)).build();

  /** Who does work says so meanwhile; after such a silence it is begun anew. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final RetryOptions PATIENT =
      retry(Duration.ofMillis(500), Duration.ofSeconds(30)).setMaximumAttempts(20).build();

  private HostOptions() {}

  /**
   * Tried twenty times, and waited for when it is taken back. The worker beats for it.
   *
   * @param summary what a person sees of it in Temporal's own web UI; never a text of somebody's
   */
  public static ActivityOptions.Builder on(String queue, String summary, Duration startToClose) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(startToClose)
        .setHeartbeatTimeout(SILENCE)
        .setRetryOptions(PATIENT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setSummary(summary);
  }

  private static RetryOptions.Builder retry(Duration first, Duration longest) {
    return RetryOptions.newBuilder()
        .setInitialInterval(first)
        .setBackoffCoefficient(2)
        .setMaximumInterval(longest);
  }
}
