package dev.orc.activities.agent.channel;

import java.time.Duration;

/**
 * How words go to one life of an agent's program. Thread-safe; one parcel at a time is brought, the
 * caller sees to that.
 *
 * <p>What the program says meanwhile (what it does, what it has taken, what it asks) comes as
 * {@link ProgramEvent}s to the listener that the channel was opened with, not as answers here: a
 * receipt counts only as the program's own event.
 */
public interface Channel extends AutoCloseable {

  /**
   * Whether it takes such a parcel as the program is now; another way is looked for when not.
   *
   * @param working whether a turn runs
   */
  default boolean carries(Parcel parcel, boolean working) {
    return true;
  }

  /**
   * Hands the parcel to the program and waits, at most so long, until the program has taken it.
   * Called once for a parcel, unless {@link #knows} said that the program does not have it.
   */
  Brought bring(Parcel parcel, Duration atMost) throws InterruptedException;

  /** Whether the program's own history holds the letter: asked after a doubt, before a repeat. */
  Known knows(String letterId) throws InterruptedException;

  /**
   * Answers a question that is open.
   *
   * @param choice one of the question's choices, by its id
   * @return whether the program took the answer; false when it was answered or withdrawn before
   */
  boolean answer(String questionId, String choice) throws InterruptedException;

  /** Lets go of the program, which lives on; another channel may take it up again. */
  @Override
  void close();

  /** Whether a program has a letter. */
  enum Known {
    YES,
    NO,
    /** There is no history to ask, or it could not be asked. */
    CANNOT_TELL
  }
}
