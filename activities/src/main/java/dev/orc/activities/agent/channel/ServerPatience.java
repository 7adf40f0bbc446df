package dev.orc.activities.agent.channel;

import java.time.Duration;

/**
 * How long a program's server is waited for.
 *
 * @param up until it answers for the first time
 * @param back until it answers again after its connection broke
 * @param quiet without any sign of life on a connection until it counts as broken; it is asked for
 *     one as often
 */
public record ServerPatience(Duration up, Duration back, Duration quiet) {
  private static final Duration BACK = Duration.ofSeconds(10);

  /** A machine under load lets a server wait for many seconds, and a broken connection is rare. */
  private static final Duration QUIET = Duration.ofSeconds(20);

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** The usual one for a server that answers within that time. */
  public static ServerPatience of(Duration up) {
    return new ServerPatience(up, BACK, QUIET);
  }

  /** How often somebody looks whether the server has ended or is quiet. */
  public Duration look() {
    return quiet.compareTo(LOOK) < 0 ? quiet : LOOK;
  }
}
