package dev.orc.workflows.project;

import io.temporal.workflow.Workflow;

/**
 * What an orchestration does otherwise than one of an earlier edition, whose runs go on as they
 * began. Workflow threads only.
 */
final class Changes {
  private static final String EDITION = "edition";

  private final int edition;

  private Changes(int edition) {
    this.edition = edition;
  }

  /**
   * To be asked for at the very beginning of a run: a replay looks for these marks in the order of
   * the commands, and among the cancelled ones of the closing it does not find them.
   */
  static Changes ofThisRun() {
    return new Changes(Workflow.getVersion(EDITION, Workflow.DEFAULT_VERSION, 2));
  }

  boolean countsCommitsAtClosing() {
    return edition >= 1;
  }

  /** Whether the lead hears of who is stuck after its manager and before a person does. */
  boolean tellsLeadOfStuck() {
    return edition >= 1;
  }

  /** Whether a timer that is about to fire is not cancelled. */
  boolean leavesTimersThatAreSoon() {
    return edition >= 2;
  }
}
