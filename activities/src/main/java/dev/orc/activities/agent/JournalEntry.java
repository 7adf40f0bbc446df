package dev.orc.activities.agent;

import java.time.Instant;

/**
 * What the journal knows of one message.
 *
 * @param submittedAt when Enter was sent first; null when it was not
 */
record JournalEntry(String id, int incarnation, Stage stage, Instant submittedAt) {}
