package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * What happened on a host from some moment on, as a person wants to know it in the morning.
 *
 * @param until the moment of the answer
 * @param needs what was asked and waits, each with what to type, oldest first
 * @param completed in the order in which they ended, as are the others
 * @param failed of a batch's projects those that failed for good
 */
public record Night(
    String host,
    Instant since,
    Instant until,
    NightFigures figures,
    List<Need> needs,
    List<NightEnd> completed,
    List<NightEnd> failed,
    List<NightEnd> stopped,
    List<NightBatch> batches,
    List<NightOpen> open) {
  public Night {
    needs = needs == null ? List.of() : List.copyOf(needs);
    completed = completed == null ? List.of() : List.copyOf(completed);
    failed = failed == null ? List.of() : List.copyOf(failed);
    stopped = stopped == null ? List.of() : List.copyOf(stopped);
    batches = batches == null ? List.of() : List.copyOf(batches);
    open = open == null ? List.of() : List.copyOf(open);
  }
}
