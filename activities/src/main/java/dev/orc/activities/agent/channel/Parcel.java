package dev.orc.activities.agent.channel;

/**
 * One text on its way to a program.
 *
 * @param letterId names it in the program's events and in its history
 * @param text what the agent reads, letterhead included
 * @param voice as whose word it is to be taken
 * @param urgent whether it may go into a turn that runs
 */
public record Parcel(String letterId, String text, Voice voice, boolean urgent) {

  /** Programs trust their user more than their peers. */
  public enum Voice {
    /** A person's or the orchestration's: the brief, an answer, "go on". */
    USER,
    /** Another agent's. */
    PEER
  }
}
