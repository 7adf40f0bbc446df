package dev.orc.activities.agent;

/** How far the delivery of a message to one life of an agent has come. */
enum DeliveryStage {
  /** The paste was about to be asked for. */
  PASTING,
  /** tmux had taken the paste; Enter was not sent yet. */
  PASTED,
  /** Enter was about to be sent. */
  SUBMITTING,
  /** The program's own channel was about to be given it. */
  HANDING,
  /** The program holds it and has not taken it yet. */
  QUEUED,
  /** The program has it. */
  CONFIRMED,
  /** Nothing said that the program has it, and nothing more is tried. */
  GIVEN_UP;

  /** Whether a life that ended at this stage may have had it. */
  boolean mayHaveArrived() {
    return this != PASTING && this != PASTED;
  }

  /** Whether its text may be in the composer still. */
  boolean inComposer() {
    return this == PASTING || this == PASTED || this == SUBMITTING || this == GIVEN_UP;
  }

  /** Whether only the program can say what became of it. */
  boolean doubtful() {
    return this == HANDING || this == QUEUED || this == GIVEN_UP;
  }
}
