package dev.orc.workflows.model;

/** What an agent's program is doing, as seen from outside. */
public enum Condition {
  /** The program runs but has not shown its composer yet. */
  STARTING,
  /** Its composer is empty and it waits for a message. */
  READY,
  /** It works on something. */
  BUSY,
  /** It shows a question that only a person, or the driver's rules, may answer. */
  ASKING,
  /** Its account's usage limit is reached. */
  LIMITED,
  /** The process is gone. */
  EXITED,
  /** The window itself is gone. */
  MISSING;

  /** Whether there is a process that can be given a message sooner or later. */
  public boolean alive() {
    return this != EXITED && this != MISSING;
  }
}
