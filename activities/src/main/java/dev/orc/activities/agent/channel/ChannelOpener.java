package dev.orc.activities.agent.channel;

/** One way to speak to programs: how a life is started for it, taken up and let go. Thread-safe. */
public interface ChannelOpener {
  /**
   * Says what the pane starts, before its window opens.
   *
   * @param usual what it would start without a channel
   * @throws ChannelFailure when the life can not be started so; it gets the terminal then
   */
  PaneStart prepare(ChannelLife life, PaneStart usual) throws ChannelFailure, InterruptedException;

  /**
   * Takes up the program of a life whose window is open: at its start, and again in each worker
   * that comes later. From then on the ear hears what the program says; a {@link
   * ProgramEvent.Conversation} names what a later life can go on with.
   *
   * @throws ChannelFailure when the program does not speak as expected
   */
  Channel open(ChannelLife life, Ear ear) throws ChannelFailure, InterruptedException;

  /** The life is over: what lies outside its folder goes. */
  default void close(ChannelLife life) {}
}
