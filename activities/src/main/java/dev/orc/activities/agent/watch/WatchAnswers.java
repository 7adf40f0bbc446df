package dev.orc.activities.agent.watch;

import dev.orc.workflows.model.HostView;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to the server for the watch: a few threads, because a server that is away holds each call
 * for a while. Thread-safe.
 */
final class WatchAnswers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WatchAnswers.class);
  private static final int THREADS = 4;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final ThreadPoolExecutor threads;

  WatchAnswers() {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "orc-watch-server-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Answers; when the server does not take it, the watch's next attempt answers at once. */
  void answer(OpenWatch watch, HostView view) {
    threads.execute(
        () -> {
          try {
            watch.answer(view);
          } catch (ActivityCompletionException e) {
            log.debug("the watch of {} was over already: {}", watch.project(), e.toString());
          } catch (RuntimeException e) {
            log.warn("the watch of {} could not be answered: {}", watch.project(), e.toString());
          }
        });
  }

  /** Says that the watch lives. */
  void beat(OpenWatch watch, Runnable whenOver) {
    threads.execute(
        () -> {
          try {
            watch.beat();
          } catch (ActivityCompletionException e) {
            whenOver.run();
          } catch (RuntimeException e) {
            log.debug(
                "the watch of {} could not be told to live: {}", watch.project(), e.toString());
          }
        });
  }

  /** Waits a little for what was said last. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("the server did not take every last word of the watch");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow().clear();
  }
}
