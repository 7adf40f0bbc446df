package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * How a host's worker is.
 *
 * @param temporalKind {@code running}, {@code development}, {@code embedded}, {@code profile}
 * @param temporalDurable whether runs survive the server's end
 * @param temporalUi address of Temporal's own web UI; null when there is none
 * @param tmuxSocket name of the tmux socket, as {@code tmux -L} takes it
 * @param outbox words of agents that wait
 * @param refused words of agents that were refused for good, and that nobody has cleared away
 * @param stuck the orchestrations that do not go on by themselves
 * @param tmuxControl whether the control-mode connection is up; otherwise the fallback serves
 */
public record HostHealth(
    String version,
    String host,
    long pid,
    Instant startedAt,
    String java,
    String temporalKind,
    String temporalAddress,
    boolean temporalDurable,
    boolean temporalReachable,
    String temporalUi,
    String tmuxVersion,
    boolean tmuxControl,
    String tmuxSocket,
    int projects,
    int agents,
    int outbox,
    int refused,
    List<StuckRun> stuck) {
  public HostHealth {
    stuck = stuck == null ? List.of() : List.copyOf(stuck);
  }
}
