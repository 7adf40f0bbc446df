package dev.orc.workflows.model;

/** What a message is about; it decides the usual priority and whether it may interrupt. */
public enum MessageKind {
  COMPACTION_REBRIEF(99),
  /** To whoever was cut off; as a person's word. */
  GO_ON(98),
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
