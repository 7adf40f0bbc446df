package dev.orc.activities.host.tmux;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one control-mode connection while there is a server: makes a new one, with back-off, when
 * it has ended. Never starts a server. Thread-safe.
 */
final class ControlClient implements AutoCloseable {
  /** What became of an attempt to connect. */
  enum Attempt {
    CONNECTED,
    NO_SERVER,
    FAILED
  }

  private static final Logger LOG = LoggerFactory.getLogger(ControlClient.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final TmuxProcess processes;
  private final ChangeListeners changes;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "orc-tmux-connect");
            thread.setDaemon(true);
            return thread;
          });

  private final Schedule schedule = new Schedule();
  private final Lock connecting = new ReentrantLock();
  private volatile ControlConnection connection;

  ControlClient(TmuxProcess processes, ChangeListeners changes) {
    this.processes = processes;
    this.changes = changes;
  }

  /** The connection, when there is one that has not ended. */
  Optional<ControlConnection> connection() {
    return Optional.ofNullable(connection).filter(ControlConnection::alive);
  }

  /** Says that there seems to be a server: connects soon, if it is not connected or about to. */
  void wanted() {
    synchronized (schedule) {
      if (!schedule.closed && schedule.pending == null && connection().isEmpty()) {
        schedule.pending =
            scheduler.schedule(this::retry, schedule.wait.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Connects now if there is a server. */
  Attempt connect() {
    connecting.lock();
    try {
      if (connection().isPresent()) {
        return Attempt.CONNECTED;
      }
      Reply hub = processes.run(Hub.find());
      if (hub.nobodyThere()) {
        return Attempt.NO_SERVER;
      }
      if (!hub.ok()) {
        hub = processes.start(Hub.start());
      }
      return hub.ok() || hub.duplicate() ? attach() : Attempt.FAILED;
    } finally {
      connecting.unlock();
    }
  }

  /** Ends the connection, as when its server is about to be ended. */
  void drop() {
    connection().ifPresent(open -> open.discard("it was dropped"));
  }

  @Override
  public void close() {
    synchronized (schedule) {
      schedule.closed = true;
      scheduler.shutdownNow();
    }
    connecting.lock(); // an attempt that is under way would leave its connection behind
    try {
      drop();
    } finally {
      connecting.unlock();
    }
  }

  private Attempt attach() {
    try {
      ControlConnection fresh =
          ControlConnection.open(processes.control(Hub.SESSION), this::heard, this::ended);
      Reply listening = fresh.run(Hub.listen());
      if (!listening.ok()) {
        fresh.discard("it can not be set up: " + listening.error());
        return Attempt.FAILED;
      }
      connection = fresh;
      LOG.info("connected to tmux, client process {}", fresh.pid());
      changes.changed();
      return Attempt.CONNECTED;
    } catch (IOException | ConnectionLost e) {
      LOG.info("no control connection to tmux: {}", e.getMessage());
      return Attempt.FAILED;
    }
  }

  private void retry() {
    Attempt attempt = Attempt.FAILED;
    try {
      attempt = connect();
    } catch (TmuxException e) {
      if (!scheduler.isShutdown()) {
        LOG.warn("tmux serves one process a command for now: {}", e.getMessage());
      }
    } finally {
      after(attempt);
    }
  }

  private void after(Attempt attempt) {
    synchronized (schedule) {
      schedule.pending = null;
      if (attempt != Attempt.FAILED) {
        schedule.wait = FIRST_WAIT;
        return;
      }
      Duration doubled = schedule.wait.multipliedBy(2);
      schedule.wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
    wanted();
  }

  private void ended(String why) {
    LOG.info("the control connection to tmux has ended: {}", why);
    changes.changed();
    wanted();
  }

  private void heard(String notification) {
    if (!notification.startsWith("%output") && !notification.startsWith("%session-changed")) {
      changes.changed();
    }
  }

  /** When the next attempt is made; also the lock for that. */
  private static final class Schedule {
    private Duration wait = FIRST_WAIT;
    private Future<?> pending;
    private boolean closed;
  }
}
