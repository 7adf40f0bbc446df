package dev.orc.activities.agent;

/** A program that was started is not there any more; says how it ended, with its last lines. */
final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaunchFailure(String how) {
    super(how);
  }
}
