package dev.orc.activities.agent;

import dev.orc.workflows.model.Message;
import java.time.Instant;

/**
 * What the journal knows of one message.
 *
 * @param submittedAt when Enter was sent first; null when it was not
 * @param sentAt the message's own time, to the millisecond: the next orchestration of a project
 *     makes messages of the same ids for first lives again; null when it has none
 */
record JournalEntry(
    String id, int incarnation, DeliveryStage stage, Instant submittedAt, Instant sentAt) {
  JournalEntry(String id, int incarnation, DeliveryStage stage, Instant submittedAt) {
    this(id, incarnation, stage, submittedAt, null);
  }

  /** A message's own time as the journal keeps it; null when it has none. */
  static Instant sentAt(Message message) {
    return message.at() == null ? null : Instant.ofEpochMilli(message.at().toEpochMilli());
  }

  /** Whether that message is meant. */
  boolean isAbout(Message message) {
    return sentAt == null || sentAt.equals(sentAt(message));
  }
}
