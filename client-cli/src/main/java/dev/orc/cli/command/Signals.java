package dev.orc.cli.command;

/** What is done when a signal such as Ctrl-C ends this program. Thread-safe. */
public final class Signals {
  private Signals() {}

  /** Runs it at the end; at once when the end has come already. */
  public static void atEnd(Thread thread) {
    try {
      Runtime.getRuntime().addShutdownHook(thread);
    } catch (IllegalStateException ending) {
      thread.start();
    }
  }

  /** Does not run it at the end any more; what runs already goes on. */
  public static void forget(Thread thread) {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException ending) {
      return;
    }
  }

  /** Whether the end has begun. */
  public static boolean ending() {
    try {
      // It never was there: only whether removing is still allowed is asked.
      return Runtime.getRuntime().removeShutdownHook(new Thread(() -> {}, "probe"));
    } catch (IllegalStateException ending) {
      return true;
    }
  }
}
