package dev.orc.activities.agent.channel;

/** A program can not be spoken to in this way; says why in one line that a person can read. */
public final class ChannelFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public ChannelFailure(String why) {
    super(why);
  }

  public ChannelFailure(String why, Throwable cause) {
    super(why, cause);
  }
}
