package dev.orc.workflows.model;

import java.time.Instant;

/**
 * A run that does not go on because every workflow task of it fails: nothing of it is lost, and
 * nothing happens in it.
 *
 * @param cause what the last failed task said, one line
 * @param attempts how often its present task was tried
 * @param since when that was seen first by this worker
 */
public record StuckRun(String project, String cause, int attempts, Instant since) {
  /** The same as something for a person to settle. */
  public Need need() {
    return new Need(
        "stuck-run/" + project + "/" + since.getEpochSecond(),
        project,
        null,
        "the orchestration does not go on: " + cause,
        "orc heal " + project + ", or else: orc stop " + project + " --force",
        since);
  }
}
