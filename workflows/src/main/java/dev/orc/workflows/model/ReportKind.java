package dev.orc.workflows.model;

/** What an agent tells its orchestration. */
public enum ReportKind {
  PROGRESS,
  DONE,
  BLOCKED,
  FAILED,
  DEPLOYED,
  /** Asks somebody to authorize something. */
  AUTHORIZATION,
  /** Answers a message that wanted an answer. */
  ANSWER;

  /** Whether the lead must hear of it, whoever it was sent to. */
  public boolean reachesLead() {
    return this != PROGRESS && this != ANSWER;
  }
}
