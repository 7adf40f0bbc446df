package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * A project that is open when a night is looked back on.
 *
 * @param phase null while it does not answer
 * @param conditions that hold it up
 * @param needs how many of its questions and requests wait for a person
 */
public record NightOpen(
    String project,
    String title,
    Phase phase,
    List<String> conditions,
    String reason,
    Instant startedAt,
    Instant phaseSince,
    int needs) {
  public NightOpen {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
