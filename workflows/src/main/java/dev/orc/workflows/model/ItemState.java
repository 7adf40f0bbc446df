package dev.orc.workflows.model;

/** Where a project of a batch stands. */
public enum ItemState {
  /** For its turn, for what it depends on, for room or for its repository: the reason says it. */
  WAITING,
  /** Being planned, and its orchestration started. */
  STARTING,
  RUNNING,
  /** Failed; its failure is looked into. */
  RESEARCHING,
  /** Failed; waits for its next try. */
  RETRYING,
  COMPLETED,
  /** Failed for good; people were told. */
  ESCALATED,
  /** A person stopped it. */
  STOPPED,
  /** What it depends on did not complete. */
  SKIPPED,
  REMOVED;

  /** Whether nothing more happens to it by itself. */
  public boolean over() {
    return compareTo(COMPLETED) >= 0;
  }
}
