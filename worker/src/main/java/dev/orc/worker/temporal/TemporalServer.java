package dev.orc.worker.temporal;

/**
 * A Temporal service that the worker can connect to.
 *
 * @param address host and port, as {@code 127.0.0.1:7233}
 * @param ui address of its web UI; null when there is none that we know
 */
public record TemporalServer(Kind kind, String address, String ui) {
  /** How the server came to be. */
  public enum Kind {
    /** Named by a profile of {@code temporal.toml} or by the environment. */
    PROFILE,
    /** Found running at the default address, and run by our own user. */
    RUNNING,
    /** The development server that the worker started. */
    DEVELOPMENT,
    /** The in-memory server that the worker started. */
    EMBEDDED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether runs survive the server's end. */
  public boolean durable() {
    return kind != Kind.EMBEDDED;
  }

  /**
   * How many events a run may have. The embedded server sends the whole history with every task,
   * since it may not remember which worker holds a run: long runs would cost ever more.
   */
  public int longestHistory() {
    return kind == Kind.EMBEDDED ? 500 : Integer.MAX_VALUE;
  }

  /** Whether the worker has to look after it. */
  public boolean ours() {
    return kind == Kind.DEVELOPMENT || kind == Kind.EMBEDDED;
  }

  /** What a person should know about it, in one line. */
  public String note() {
    return switch (kind) {
      case PROFILE -> "Temporal at " + address + ", from the profile";
      case RUNNING -> "Temporal at " + address + ", which you were running already";
      case DEVELOPMENT -> "Temporal's development server at " + address + ", durable";
      case EMBEDDED ->
          "Temporal's embedded server at "
              + address
              + ": runs end with it; 'orc setup' installs the durable one";
    };
  }
}
