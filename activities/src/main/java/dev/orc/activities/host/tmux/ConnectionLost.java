package dev.orc.activities.host.tmux;

/** The connection ended before the reply came. */
final class ConnectionLost extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean sent;

  ConnectionLost(String why, boolean sent) {
    super(why);
    this.sent = sent;
  }

  /** Whether the server may have carried the commands out. */
  boolean sent() {
    return sent;
  }
}
