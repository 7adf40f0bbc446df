package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Message;

/** The update {@code send}: a message for one role, or for all. */
final class SendUpdate extends ProjectUpdate<Message> {
  private static final int LONGEST_NAME = 100;

  SendUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, Message::id);
  }

  @Override
  protected void check(Message message) {
    requireOpen();
    requireText(message.from(), "who sends it");
    requireText(message.to(), "who gets it");
    if (message.from().length() > LONGEST_NAME
        || message.inReplyTo() != null && message.inReplyTo().length() > LONGEST_NAME) {
      throw Refusals.usage(
          "a sender's name and an id have " + LONGEST_NAME + " characters at most");
    }
    if (message.text() != null && message.text().length() > Message.INLINE_CHARACTERS * 4) {
      throw Refusals.usage("the text is too long for history: put it into a file of the host");
    }
    boolean all = message.to().equals(Message.ALL);
    if (!all) {
      requireReachable(message.to());
    }
    int copies = all ? context.roster().agents().size() : 1;
    if (!context.mailroom().hasRoomFor(message, copies)) {
      throw Refusals.refused(
          "inbox full: too much is waiting for agents that are busy or gone; see what waits with:"
              + " orc inbox "
              + context.project());
    }
  }

  @Override
  protected Accepted act(Message message) {
    return accepted(message, orchestration.posting().send(message));
  }
}
