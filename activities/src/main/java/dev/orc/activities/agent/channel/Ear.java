package dev.orc.activities.agent.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who listens to the program of one life: the host's truth about it. Thread-safe. */
public interface Ear {
  /** Takes in what the program says by its protocol. */
  void hear(ProgramEvent event);

  /**
   * Waits for the program's own event that it has taken the letter, by whatever way it comes: a
   * {@link ProgramEvent.Taken} that was heard, or a hook's receipt.
   *
   * @return when the program took it; empty when the time is over or the life is
   */
  Optional<Instant> awaitTaken(String letterId, Duration atMost) throws InterruptedException;
}
