package dev.orc.workflows.project;

import io.temporal.workflow.Workflow;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an orchestration does otherwise than one of an earlier edition, whose runs go on as they
 * began. Workflow threads only.
 */
final class WorkflowVersions {
  private static final String EDITION = "edition";

  private final int edition;
  private final Set<Change> made;

  private WorkflowVersions(int edition, Set<Change> made) {
    this.edition = edition;
    this.made = made;
  }

  /**
   * To be asked for at the very beginning of a run: a replay looks for these marks in the order of
   * the commands, and among the cancelled ones of the closing it does not find them.
   */
  static WorkflowVersions ofThisRun() {
    int edition = Workflow.getVersion(EDITION, Workflow.DEFAULT_VERSION, 2);
    Set<Change> made = EnumSet.noneOf(Change.class);
    for (Change change : Change.values()) {
      if (Workflow.getVersion(change.marker(), Workflow.DEFAULT_VERSION, 1) == 1) {
        made.add(change);
      }
    }
    return new WorkflowVersions(edition, made);
  }

  /** Whether this run knows that change; those of before are the numbered editions below. */
  boolean has(Change change) {
    return made.contains(change);
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
