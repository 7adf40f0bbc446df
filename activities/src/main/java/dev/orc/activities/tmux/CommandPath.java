package dev.orc.activities.tmux;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The way that commands take to the server: the control connection where there is one, otherwise a
 * process each. Thread-safe.
 */
final class CommandPath implements AutoCloseable {
  private static final int START_TRIES = 20;
  private static final long START_WAIT_MILLIS = 50;

  private final TmuxProcess processes;
  private final ControlClient control;

  CommandPath(TmuxProcess processes, ControlClient control) {
    this.processes = processes;
    this.control = control;
  }

  /** Connects if there is something to connect to. */
  void open() {
    if (control.connect() == ControlClient.Attempt.FAILED) {
      control.wanted();
    }
  }

  boolean controlled() {
    return control.connection().isPresent();
  }

  /**
   * Has the batch carried out. One that may not be repeated fails when the connection is lost while
   * nobody knows whether the server had it.
   */
  Reply run(Batch batch) {
    Optional<ControlConnection> connection = control.connection();
    if (connection.isPresent()) {
      try {
        return connection.get().run(batch);
      } catch (ConnectionLost lost) {
        if (lost.sent() && !batch.repeatable()) {
          throw new TmuxException(
              "the connection to tmux was lost ("
                  + lost.getMessage()
                  + ") during "
                  + batch.summary()
                  + ": it may have been done or not",
              lost);
        }
      }
    }
    Reply reply = runAside(batch);
    if (!reply.noServer()) {
      control.wanted();
    }
    return reply;
  }

  /** Has the batch carried out by a process, so that a long answer delays no other. */
  Reply runAside(Batch batch) {
    return processes.run(batch);
  }

  /** Makes sure that there is a server, set up, and connected to where that can be had. */
  synchronized void startServer() {
    if (controlled()) {
      return;
    }
    Reply started = processes.run(Hub.start());
    for (int tries = 1; goingAway(started) && tries < START_TRIES; tries++) {
      pause();
      started = processes.run(Hub.start());
    }
    if (!started.duplicate()) {
      started.orThrow("start its server");
    }
    open();
  }

  /** Ends the server; none is ended already. */
  synchronized void killServer() {
    Reply killed = processes.run(Batch.of(TmuxCommand.of("kill-server")));
    control.drop();
    if (!killed.nothingThere()) {
      killed.orThrow("end its server");
    }
  }

  @Override
  public void close() {
    control.close();
  }

  /** A server that is just being killed still holds the socket for a moment. */
  private static boolean goingAway(Reply reply) {
    return reply.serverWentAway() || reply.noServer();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(START_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TmuxException("interrupted while the tmux server was starting", e);
    }
  }
}
