package dev.orc.workflows.model;

import java.time.Instant;

/**
 * A message that a timer sends.
 *
 * @param to the role that gets it
 * @param due when it is sent next
 * @param byRole whether it belongs to the role itself rather than to somebody's wish
 */
public record CheckIn(
    String id,
    String from,
    String to,
    String note,
    Schedule schedule,
    Instant due,
    boolean byRole) {
  public CheckIn dueAt(Instant next) {
    return new CheckIn(id, from, to, note, schedule, next, byRole);
  }
}
