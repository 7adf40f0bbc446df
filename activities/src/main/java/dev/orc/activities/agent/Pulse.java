package dev.orc.activities.agent;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Beats while something else is waited for. Thread-safe. */
final class Pulse implements AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "orc-delivery");
            thread.setDaemon(true);
            return thread;
          });

  /** Acts on another thread, which is interrupted when the act is no longer wanted. */
  <T> T during(Beat beat, Callable<T> act) throws InterruptedException {
    Future<T> going = threads.submit(act);
    try {
      while (true) {
        try {
          return going.get(EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillGoing) {
          beat.beat();
        }
      }
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      going.cancel(true);
    }
  }

  private static RuntimeException rethrown(Throwable cause) throws InterruptedException {
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
