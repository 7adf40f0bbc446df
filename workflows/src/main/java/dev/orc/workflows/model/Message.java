package dev.orc.workflows.model;

import java.time.Instant;

/**
 * Text for an agent.
 *
 * @param id made by the sender; the same id is the same message, however often it arrives
 * @param from a role, {@code person}, or {@code orc} itself
 * @param to a role, or {@link #ALL}
 * @param priority higher goes first; from {@link #URGENT} on it does not wait for a busy agent
 * @param expires after this it is not delivered any more; null for never
 * @param wantsAnswer whether the sender waits for an answer
 * @param inReplyTo the id of the message that this one answers; null otherwise
 * @param text the text when it is short; null when it lies in {@code file}
 * @param file the host's file that holds a text too long for history; null otherwise
 * @param at when it was sent, by the sender's clock
 */
public record Message(
    String id,
    String from,
    String to,
    MessageKind kind,
    int priority,
    Instant expires,
    boolean wantsAnswer,
    String inReplyTo,
    String text,
    String file,
    Instant at) {
  public static final String ALL = "@all";
  public static final String PERSON = "person";
  public static final String ORC = "orc";

  /** From this priority on a message does not wait until the agent is ready. */
  public static final int URGENT = 90;

  /** Longer texts lie in a file of the host, so that history stays small. */
  public static final int INLINE_CHARACTERS = 4_096;

  public Message {
    if (id == null || id.isBlank() || id.length() > 100) {
      throw new IllegalArgumentException("a message needs an id of 1 to 100 characters");
    }
    if (kind == null) {
      kind = MessageKind.ORDINARY;
    }
    if ((text == null) == (file == null)) {
      throw new IllegalArgumentException("a message has either a text or a file");
    }
  }

  /** An ordinary message with nothing special about it. */
  public static Message ordinary(String id, String from, String to, String text, Instant at) {
    return of(MessageKind.ORDINARY, id, from, to, text, at);
  }

  public static Message of(
      MessageKind kind, String id, String from, String to, String text, Instant at) {
    return new Message(id, from, to, kind, kind.priority(), null, false, null, text, null, at);
  }

  public Message to(String role) {
    return new Message(
        id, from, role, kind, priority, expires, wantsAnswer, inReplyTo, text, file, at);
  }

  public Message from(String sender) {
    return new Message(
        id, sender, to, kind, priority, expires, wantsAnswer, inReplyTo, text, file, at);
  }

  public Message withId(String other) {
    return new Message(
        other, from, to, kind, priority, expires, wantsAnswer, inReplyTo, text, file, at);
  }

  public boolean urgent() {
    return priority >= URGENT;
  }

  public boolean expired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
