package dev.orc.workflows.project;

import java.time.Instant;

/** Something that looks at the state and does what is due, and nothing twice. */
interface Part {
  void act(Instant now);

  /** When it wants to look again although nobody rang; null when it need not. */
  default Instant due() {
    return null;
  }
}
