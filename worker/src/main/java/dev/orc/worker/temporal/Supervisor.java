package dev.orc.worker.temporal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a server of ours: when it is gone, or has not answered for a minute, the ladder is
 * climbed again, and the new one listens where the old one did. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration HEALTH = Duration.ofSeconds(20);

  private final Ladder ladder;
  private final TemporalFolder folder;
  private final TemporalServer server;
  private final Runnable restarted;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "temporal-supervisor");
  private long healthyAt = System.nanoTime();

  private Supervisor(Ladder ladder, TemporalServer server, Runnable restarted) {
    this.ladder = ladder.backTo(server);
    this.folder = ladder.folder();
    this.server = server;
    this.restarted = restarted;
  }

  /**
   * @param restarted told whenever a new server answers where the old one did
   */
  public static Supervisor of(Ladder ladder, TemporalServer server, Runnable restarted) {
    Supervisor supervisor = new Supervisor(ladder, server, restarted);
    supervisor.thread.setDaemon(true);
    supervisor.thread.start();
    return supervisor;
  }

  private void watch() {
    try {
      Duration pause = LOOK;
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = look() ? LOOK : AFTER_FAILURE;
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether nothing went wrong. */
  private boolean look() {
    try {
      if (folder.read().filter(one -> one.process().alive()).isEmpty()) {
        LOG.warn("Temporal's {} server is gone, starting it again", server.kind().word());
        climbAgain();
      } else if (System.nanoTime() - healthyAt > HEALTH.toNanos()) {
        askHealth();
      }
      return true;
    } catch (RuntimeException failed) {
      LOG.error("Temporal can not be started again yet", failed);
      return false;
    }
  }

  /** A server that lives and does not answer is ended by the ladder, which is patient. */
  private void askHealth() {
    if (!Probe.answers(server.address(), Duration.ofSeconds(5))) {
      LOG.warn("Temporal's {} server lives and does not answer", server.kind().word());
      climbAgain();
    }
    healthyAt = System.nanoTime();
  }

  private void climbAgain() {
    TemporalServer again = ladder.climb();
    LOG.info("{}", again.note());
    restarted.run();
    healthyAt = System.nanoTime();
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
