package dev.orc.activities.agent.channel.opencode;

/** The server has answered that it did not do what it was asked. */
final class ServerRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int NOT_FOUND = 404;

  private final int status;

  ServerRefused(int status, String why) {
    super("status " + status + (why.isEmpty() ? "" : ", " + why));
    this.status = status;
  }

  boolean isNotFound() {
    return status == NOT_FOUND;
  }
}
