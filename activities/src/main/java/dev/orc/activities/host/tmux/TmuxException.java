package dev.orc.activities.host.tmux;

/** tmux could not do it, and says why in one line. */
public class TmuxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TmuxException(String message) {
    super(message);
  }

  public TmuxException(String message, Throwable cause) {
    super(message, cause);
  }
}
