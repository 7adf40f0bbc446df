package dev.orc.workflows.project;

import io.temporal.workflow.Workflow;

/**
 * What has changed in the order of things that a history holds, so that a run that was begun
 * earlier goes on as it began. Workflow threads only.
 */
final class Changes {
  private static final String COUNTED = "counts-commits-at-closing";

  private final boolean countsCommitsAtClosing;

  private Changes(boolean countsCommitsAtClosing) {
    this.countsCommitsAtClosing = countsCommitsAtClosing;
  }

  /**
   * To be asked for at the very beginning of a run: a replay looks for these marks in the order of
   * the commands, and among the cancelled ones of the closing it does not find them.
   */
  static Changes ofThisRun() {
    return new Changes(Workflow.getVersion(COUNTED, Workflow.DEFAULT_VERSION, 1) >= 1);
  }

  boolean countsCommitsAtClosing() {
    return countsCommitsAtClosing;
  }
}
