package dev.orc.workflows.entity;

import java.time.Instant;
import java.util.stream.Stream;

/** Something that looks at the state and does what is due, and nothing twice. */
public interface Reconciler {
  void act(Instant now);

  /**
   * When it wants to look again although nobody woke it. What is past waits for something else than
   * time, and whatever that is wakes it.
   */
  default Stream<Instant> due() {
    return Stream.empty();
  }
}
