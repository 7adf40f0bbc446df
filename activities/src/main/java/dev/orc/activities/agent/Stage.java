package dev.orc.activities.agent;

/** How far the delivery of a message to one life of an agent has come. */
enum Stage {
  /** The paste was about to be asked for. */
  PASTING,
  /** tmux had taken the paste; Enter was not sent yet. */
  PASTED,
  /** Enter was about to be sent. */
  SUBMITTING,
  /** The program has it. */
  CONFIRMED,
  /** Nothing said that the program has it, and nothing more is tried. */
  GIVEN_UP
}
