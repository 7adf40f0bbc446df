package dev.orc.activities.git;

/** git could not do it, and says why in one line; trying again may help. */
public class GitFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GitFailed(String message) {
    super(message);
  }

  public GitFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
