package dev.orc.worker;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of all work on this host that somebody still does it, as long as it is done: when the worker
 * dies, its work is begun anew within seconds and not when its time is over. Whether the work comes
 * to its end is not said: for that it has a time-out of its own. Thread-safe.
 */
final class ActivityBeats extends WorkerInterceptorBase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityBeats.class);
  private static final int BEATS_A_TIMEOUT = 3;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "activity-beats");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private ActivityExecutionContext context;

      @Override
      public void init(ActivityExecutionContext started) {
        context = started;
        super.init(started);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        Duration timeout = context.getInfo().getHeartbeatTimeout();
        if (timeout == null || timeout.isZero()) {
          return super.execute(input);
        }
        Future<?> beats = begin(context, timeout.dividedBy(BEATS_A_TIMEOUT).toMillis());
        try {
          return super.execute(input);
        } finally {
          beats.cancel(false);
        }
      }
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private Future<?> begin(ActivityExecutionContext context, long millis) {
    return clock.scheduleAtFixedRate(() -> beat(context), millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void beat(ActivityExecutionContext context) {
    try {
      context.heartbeat(null);
    } catch (ActivityCompletionException notWanted) {
      // Who does the work hears of it at its own next beat; until then it is done all the same.
      LOG.debug("{} is not wanted any more", context.getInfo().getActivityType());
    }
  }
}
