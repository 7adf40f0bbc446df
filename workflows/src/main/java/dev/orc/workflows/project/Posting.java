package dev.orc.workflows.project;

import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.policy.DerivedIds;
import dev.orc.workflows.policy.Routing;
import java.util.List;

/** Puts what was sent into inboxes: to one, to all, or to the hub. */
final class Posting {
  private final ProjectContext context;

  Posting(ProjectContext context) {
    this.context = context;
  }

  /** Answers what the sender should know; null when there is nothing. */
  String send(Message message) {
    return message.to().equals(Message.ALL) ? toAll(message) : toOne(message);
  }

  private String toAll(Message message) {
    List<String> others =
        context.roster().agents().stream()
            .filter(Agent::reachable)
            .map(Agent::name)
            .filter(role -> !role.equals(message.from()))
            .toList();
    for (String role : others) {
      context.post(message.to(role).withId(DerivedIds.under(message.id(), role)));
    }
    return "to " + String.join(", ", others);
  }

  private String toOne(Message message) {
    Team team = context.roster().team();
    String recipient = Routing.recipient(team, message.from(), message.to());
    if (recipient.equals(message.to())) {
      context.post(message);
      return waitNote(message.to());
    }
    viaHub(message, recipient);
    context.enter(
        EntryKind.MESSAGE, message.from(), "for " + message.to() + ", sent to " + recipient);
    return message.from()
        + " does not write to "
        + message.to()
        + " directly: it went to "
        + recipient;
  }

  /** A text gets a line before it; a file can not, so that line goes before it as a message. */
  private void viaHub(Message message, String hub) {
    String line = Wording.hub(message, message.to());
    if (message.text() == null) {
      String id = DerivedIds.under(message.id(), "hub");
      context.post(
          new Message(
              id,
              Message.ORC,
              hub,
              MessageKind.ORDINARY,
              message.priority(),
              message.expires(),
              false,
              null,
              line,
              null,
              context.now()));
      context.post(message.to(hub));
      return;
    }
    context.post(
        new Message(
            message.id(),
            message.from(),
            hub,
            message.kind(),
            message.priority(),
            message.expires(),
            message.wantsAnswer(),
            message.inReplyTo(),
            line + "\n" + message.text(),
            null,
            message.at()));
  }

  private String waitNote(String role) {
    Life life = context.roster().find(role).map(Agent::life).orElse(null);
    boolean soon = life instanceof Life.Ready || life instanceof Life.Busy;
    return life == null || soon ? null : role + " is " + life.state() + "; the message waits";
  }
}
