package dev.orc.activities.agent.channel;

import java.nio.file.Path;

/**
 * One life of an agent's program, as a channel needs to know it. A worker that starts finds it on
 * disk as the one before it has left it.
 *
 * @param folder private to this life (0700) and already there: for addresses, tokens, sockets; what
 *     is needed to take the program up again lies there before it is used
 * @param conversation to go on with; null for a new one
 */
public record ChannelLife(
    String project,
    String role,
    int incarnation,
    Path worktree,
    Path folder,
    Wiring wiring,
    String conversation) {

  /** The same, spoken to in another way. */
  public ChannelLife with(Wiring otherWiring) {
    return new ChannelLife(project, role, incarnation, worktree, folder, otherWiring, conversation);
  }

  /** The same with another conversation. */
  public ChannelLife with(String otherConversation) {
    return new ChannelLife(project, role, incarnation, worktree, folder, wiring, otherConversation);
  }
}
