package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.ServerPatience;
import dev.orc.activities.agent.channel.codex.CodexCalls.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a channel tied to its thread: a connection that breaks is made anew, and what was said
 * meanwhile is read from the history. One that gives no sign of life counts as broken. When the
 * server can not be reached any more it says so, once. Thread-safe.
 */
final class CodexTies {
  private static final Logger log = LoggerFactory.getLogger(CodexTies.class);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Makes a connection. */
  @FunctionalInterface
  interface Dial {
    CodexLink dial(Consumer<JsonNode> incoming, Consumer<String> ended)
        throws IOException, InterruptedException, Refused;
  }

  private final Dial dial;
  private final CodexThread thread;
  private final ServerPatience patience;
  private final BooleanSupplier over;
  private final Consumer<String> lost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledExecutorService mending =
      Executors.newSingleThreadScheduledExecutor(CodexTies::daemon);
  private final ScheduledFuture<?> looks;
  private Tie current;
  private long beatAt = System.nanoTime();
  private boolean gone;

  /** One connection, from the moment on at which it may break. */
  private static final class Tie {
    private CodexLink link;
    private boolean over;
  }

  /**
   * @param over whether the server has ended for good
   * @param lost is told why there will be no connection any more
   */
  CodexTies(
      Dial dial,
      CodexThread thread,
      ServerPatience patience,
      BooleanSupplier over,
      Consumer<String> lost) {
    this.dial = dial;
    this.thread = thread;
    this.patience = patience;
    this.over = over;
    this.lost = lost;
    long look = patience.look().toMillis();
    looks = mending.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
  }

  /**
   * Connects, hears of the thread from now on and tells what was missed.
   *
   * @param died whether the server has been started anew
   */
  void tie(boolean died) throws IOException, InterruptedException, Refused {
    Tie fresh = new Tie();
    fresh.link = dial.dial(thread::hear, why -> broken(fresh, why));
    try {
      thread.reconnected();
      JsonNode status = fresh.link.resume(thread.id());
      List<JsonNode> turns = fresh.link.lastTurns(thread.id());
      thread.status(status);
      thread.missed(turns, died);
      use(fresh);
    } catch (IOException | InterruptedException | Refused e) {
      fresh.link.close();
      throw e;
    }
  }

  /** The connection, waited for a while when it is just being made anew. */
  synchronized CodexLink link() throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.back().toNanos();
    while (current == null && !gone) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    if (current == null) {
      throw new IOException("codex's server can not be reached");
    }
    return current.link;
  }

  void close() {
    Tie last;
    synchronized (this) {
      closed.countDown();
      looks.cancel(true);
      mending.shutdownNow();
      last = leave();
    }
    if (last != null) {
      last.link.close();
    }
  }

  private synchronized void use(Tie fresh) throws IOException {
    if (fresh.over || gone) {
      throw new IOException("the connection ended at once");
    }
    current = fresh;
    notifyAll();
  }

  private synchronized Tie leave() {
    Tie before = current;
    current = null;
    gone = true;
    notifyAll();
    return before;
  }

  /** Only the end of the connection in use is one to be mended. */
  private synchronized void broken(Tie tie, String why) {
    tie.over = true;
    if (current == tie && closed.getCount() > 0) {
      current = null;
      log.info("the connection to codex's server of {} is gone: {}", thread.id(), why);
      mending.execute(() -> mend(why));
    }
  }

  /**
   * The end of a connection is not always told: what ended with its server, and what gives no sign
   * of life, is broken off.
   */
  private void look() {
    Tie tie;
    synchronized (this) {
      tie = current;
    }
    if (tie == null) {
      return;
    }
    long now = System.nanoTime();
    try {
      if (over.getAsBoolean()) {
        tie.link.breakOff("the server has ended");
      } else if (now - beatAt >= patience.quiet().toNanos()) {
        beatAt = now;
        tie.link.beat();
      }
    } catch (InterruptedException e) {
      // The channel is let go.
      Thread.currentThread().interrupt();
    }
  }

  private void mend(String why) {
    long end = System.nanoTime() + patience.back().toNanos();
    String reason = why;
    try {
      do {
        try {
          tie(false);
          return;
        } catch (IOException | Refused e) {
          reason = e.getMessage();
        } catch (RuntimeException e) {
          log.error("what codex's server says of {} can not be taken in", thread.id(), e);
          reason = e.toString();
        }
        if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } while (System.nanoTime() < end && !over.getAsBoolean());
      leave();
      lost.accept("codex's server can not be reached: " + reason);
    } catch (InterruptedException e) {
      // The channel is let go.
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "codex-ties");
    thread.setDaemon(true);
    return thread;
  }
}
