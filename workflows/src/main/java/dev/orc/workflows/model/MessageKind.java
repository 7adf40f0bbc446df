package dev.orc.workflows.model;

/** What a message is about; it decides the usual priority and whether it may interrupt. */
public enum MessageKind {
  COMPACTION_REBRIEF(99),
  REBRIEF(95),
  WARNING(90),
  GIT(75),
  BRIEF(50),
  CHECK_IN(10),
  REPORT(5),
  ORDINARY(0);

  private final int priority;

  MessageKind(int priority) {
    this.priority = priority;
  }

  public int priority() {
    return priority;
  }
}
