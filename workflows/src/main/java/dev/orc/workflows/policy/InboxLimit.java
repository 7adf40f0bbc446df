package dev.orc.workflows.policy;

import dev.orc.workflows.model.Message;
import java.util.Optional;

/**
 * How much undelivered text an orchestration may hold: all of it travels in one payload when the
 * run continues as new, and a payload ends at 2 MB.
 */
public final class InboxLimit {
  /** All undelivered messages together, in bytes of JSON. */
  public static final long TOTAL = 1_000_000;

  /** The orchestration's own messages, shortened, may go so far beyond it. */
  private static final long RESERVE = 200_000;

  private static final int ENVELOPE = 350;
  private static final int KEPT = 400;

  private InboxLimit() {}

  public static boolean fits(long pending, Message message, int copies) {
    return pending + (long) copies * weight(message) <= TOTAL;
  }

  /**
   * What is kept of a message that nobody can be refused: all of it while there is room, then its
   * beginning, then nothing.
   */
  public static Optional<Message> fitting(long pending, Message message) {
    if (fits(pending, message, 1)) {
      return Optional.of(message);
    }
    Message less = shortened(message);
    return pending + weight(less) <= TOTAL + RESERVE ? Optional.of(less) : Optional.empty();
  }

  /** The message's size in JSON, as an upper bound. */
  public static int weight(Message message) {
    int weight = ENVELOPE;
    String text = message.text() == null ? message.file() : message.text();
    for (int place = 0; place < text.length(); place++) {
      weight += weight(text.charAt(place));
    }
    return weight;
  }

  /** The message as it is kept when it is settled: its beginning is enough to recognise it. */
  public static Message shortened(Message message) {
    String text = message.text();
    if (text == null || text.length() <= KEPT) {
      return message;
    }
    int end = Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    return new Message(
        message.id(),
        message.from(),
        message.to(),
        message.kind(),
        message.priority(),
        message.expires(),
        message.wantsAnswer(),
        message.inReplyTo(),
        text.substring(0, end) + "…",
        null,
        message.at());
  }

  private static int weight(char one) {
    if (one < ' ') {
      return one == '\n' || one == '\t' || one == '\r' ? 2 : 6;
    }
    if (one == '"' || one == '\\') {
      return 2;
    }
    return one < 0x80 ? 1 : 3;
  }
}
