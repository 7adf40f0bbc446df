package dev.orc.worker.orchestration;

import java.time.Instant;

/**
 * One run of an orchestration, as the server lists it.
 *
 * @param title null where the server does not list it
 * @param directory null where the server does not list it
 * @param ended null while it is open
 * @param status the server's word, as {@code COMPLETED}
 */
public record Run(
    String project,
    String runId,
    String title,
    String directory,
    Instant started,
    Instant ended,
    String status) {
  public boolean open() {
    return ended == null;
  }
}
