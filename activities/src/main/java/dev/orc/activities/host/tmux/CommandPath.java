package dev.orc.activities.host.tmux;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The way that commands take to the server: the control connection where there is one, otherwise a
 * process each. Thread-safe.
 */
final class CommandPath implements AutoCloseable {
  private static final int TRIES = 200;
  private static final long BETWEEN_TRIES_MILLIS = 10;

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
  Reply run(CommandGroup batch) {
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
    if (!reply.nobodyThere()) {
      control.wanted();
    }
    return reply;
  }

  /** Has the batch carried out by a process, so that a long answer delays no other. */
  Reply runAside(CommandGroup batch) {
    return processes.run(batch);
  }

  /**
   * Makes sure that there is a server, set up, and connected to where that can be had. One that is
   * just being ended still holds the socket for a moment: then tries again.
   */
  synchronized void startServer() {
    for (int tries = 1; !controlled(); tries++) {
      Reply started = processes.start(Hub.start());
      if (started.duplicate() || started.ok()) {
        ControlClient.Attempt attempt = control.connect();
        if (attempt == ControlClient.Attempt.FAILED && processes.run(Hub.find()).ok()) {
          control.wanted();
          return;
        }
      } else if (!started.nobodyThere() || tries >= TRIES) {
        started.orThrow("start its server");
      }
      pause();
    }
  }

  /** Ends the server, and waits until it is gone; none is gone already. */
  synchronized void killServer() {
    Reply killed = processes.run(CommandGroup.of(TmuxCommand.of("kill-server")));
    control.drop();
    if (!killed.nobodyThere()) {
      killed.orThrow("end its server");
    }
    for (int tries = 1; !processes.run(Hub.find()).noServer(); tries++) {
      if (tries >= TRIES) {
        throw new TmuxException("the tmux server was told to end and did not");
      }
      pause();
    }
  }

  @Override
  public void close() {
    control.close();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TmuxException("interrupted while the tmux server was starting or ending", e);
    }
  }
}
