package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.ServerPatience;
import java.io.IOException;
import java.time.Duration;
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
 * Keeps a channel tied to its session: events that break off are asked for anew, and what was said
 * meanwhile is read from the history. When the server can not be reached any more it says so, once.
 * Thread-safe.
 */
final class OpenCodeTies {
  private static final Logger log = LoggerFactory.getLogger(OpenCodeTies.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int RECENT = 50;

  private final OpenCodeServer server;
  private final OpenCodeSession session;
  private final ServerPatience patience;
  private final BooleanSupplier over;
  private final Consumer<String> lost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "opencode-looks"));
  private final ScheduledFuture<?> looks;
  private volatile OpenCodeEvents events;

  /**
   * @param over whether the server has ended for good
   * @param lost is told why nothing will be heard any more
   */
  OpenCodeTies(
      OpenCodeServer server,
      OpenCodeSession session,
      ServerPatience patience,
      BooleanSupplier over,
      Consumer<String> lost) {
    this.server = server;
    this.session = session;
    this.patience = patience;
    this.over = over;
    this.lost = lost;
    long look = patience.look().toMillis();
    looks = looking.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
  }

  /**
   * Hears of the session from now on and tells what was missed.
   *
   * @param died whether the server has been started anew
   */
  void tie(boolean died) throws IOException, InterruptedException, ServerRefused {
    try {
      OpenCodeEvents stream = connect();
      daemon(() -> follow(stream), "opencode-events").start();
      catchUp(died);
    } catch (IOException | InterruptedException | ServerRefused e) {
      close();
      throw e;
    }
  }

  void close() {
    closed.countDown();
    looks.cancel(true);
    looking.shutdownNow();
    OpenCodeEvents stream = events;
    if (stream != null) {
      stream.close();
    }
  }

  private OpenCodeEvents connect() throws IOException, InterruptedException, ServerRefused {
    OpenCodeEvents stream = new OpenCodeEvents(server.events());
    events = stream;
    if (closed.getCount() == 0) {
      stream.close();
      throw new IOException("the channel is closed");
    }
    return stream;
  }

  private void catchUp(boolean died) throws IOException, InterruptedException, ServerRefused {
    String id = session.id();
    session.used(server.session(id));
    server.children(id).forEach(session::child);
    session.status(server.statuses(SOON).path(id));
    session.open(server.permissions(), server.questions());
    session.missed(server.messages(id, RECENT), died);
  }

  /**
   * Breaks off events that are no more: those of a server that has ended or does not answer, and
   * those in which its own signs of life have stopped.
   */
  private void look() {
    OpenCodeEvents stream = events;
    if (stream == null) {
      return;
    }
    if (over.getAsBoolean()) {
      stream.close();
      return;
    }
    if (stream.quietFor().compareTo(patience.quiet()) < 0) {
      return;
    }
    try {
      JsonNode alive = server.statuses(SOON);
      if (stream.beats()) {
        log.info("the server of {} is there ({}), its events are not", session.id(), alive);
        stream.close();
      }
    } catch (IOException | ServerRefused e) {
      log.info("opencode's server of {} does not answer: {}", session.id(), e.getMessage());
      stream.close();
    } catch (InterruptedException e) {
      // The channel is let go.
      Thread.currentThread().interrupt();
    }
  }

  /** Reads events until the channel is closed or the server is gone for good. */
  private void follow(OpenCodeEvents first) {
    OpenCodeEvents stream = first;
    try {
      while (stream != null) {
        String why = read(stream);
        if (closed.getCount() == 0) {
          return;
        }
        log.info("the events of session {} have ended: {}", session.id(), why);
        stream = mend(why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String read(OpenCodeEvents stream) {
    try (stream) {
      return stream.readTo(session::hear);
    } catch (RuntimeException e) {
      log.error("what opencode's server says of {} can not be taken in", session.id(), e);
      return e.toString();
    }
  }

  /** New events, what was missed told; null when there are none to be had. */
  private OpenCodeEvents mend(String why) throws InterruptedException {
    long end = System.nanoTime() + patience.back().toNanos();
    String reason = why;
    do {
      try {
        JsonNode alive = server.statuses(SOON);
        log.debug("opencode's server answers again: {}", alive);
        OpenCodeEvents stream = connect();
        catchUp(stream);
        return stream;
      } catch (IOException | ServerRefused e) {
        reason = e.getMessage();
      }
      if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return null;
      }
    } while (System.nanoTime() < end && !over.getAsBoolean());
    looking.shutdown();
    lost.accept("opencode's server can not be reached: " + reason);
    return null;
  }

  private void catchUp(OpenCodeEvents stream)
      throws IOException, InterruptedException, ServerRefused {
    try {
      catchUp(false);
    } catch (IOException | InterruptedException | ServerRefused e) {
      stream.close();
      throw e;
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
