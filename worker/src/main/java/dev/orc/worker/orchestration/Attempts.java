package dev.orc.worker.orchestration;

import dev.orc.worker.process.Threads;
import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Repeats a call that may or may not have arrived, until it is answered or patience is over.
 * Thread-safe.
 */
final class Attempts {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration ATTEMPT = Duration.ofSeconds(6);
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(Threads.daemons("call-deadlines"));

  private Attempts() {}

  /**
   * @param again which failures are worth another attempt
   */
  static <T> T until(Predicate<RuntimeException> again, Callable<T> call) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = 50;
    while (true) {
      try {
        return once(call);
      } catch (RuntimeException failed) {
        if (!again.test(failed) || System.nanoTime() > end) {
          throw failed;
        }
        pause(pause);
        pause = Math.min(1_000, pause * 2);
      }
    }
  }

  private static <T> T once(Callable<T> call) {
    Context.CancellableContext limited =
        Context.current().withDeadlineAfter(ATTEMPT.toMillis(), TimeUnit.MILLISECONDS, CLOCK);
    try {
      return limited.call(call);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      limited.cancel(null);
    }
  }

  private static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts", interrupted);
    }
  }
}
