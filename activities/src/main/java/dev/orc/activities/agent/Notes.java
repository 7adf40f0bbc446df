package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Letterhead;
import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The journal's pages about one letter to one life of an agent. Not thread-safe. */
final class Notes {
  private final RoleJournal journal;
  private final LetterText letter;
  private final int incarnation;
  private final Optional<JournalEntry> before;

  Notes(RoleJournal journal, LetterText letter, Message message, int incarnation) {
    this.journal = journal;
    this.letter = letter;
    this.incarnation = incarnation;
    this.before = journal.entry(letter.id()).filter(entry -> entry.isAbout(message));
  }

  /** How far an earlier attempt at this very life has come. */
  Optional<JournalEntry> inThisLife() {
    return before.filter(entry -> entry.incarnation() == incarnation);
  }

  /** How far an earlier life's delivery has come, when it may have arrived there. */
  Optional<JournalEntry> inAnEarlierLife() {
    return before
        .filter(entry -> entry.incarnation() < incarnation)
        .filter(entry -> entry.stage().mayHaveArrived());
  }

  /**
   * @param submittedAt when it was handed over; null when it was not yet
   */
  void note(DeliveryStage stage, Instant submittedAt) {
    journal.note(new JournalEntry(letter.id(), incarnation, stage, submittedAt, letter.sentAt()));
  }

  /** Whether what a composer shows is ours: a letter's beginning, or what was left of one. */
  boolean mayBeOurs(String composer) {
    boolean mark = composer.toLowerCase(Locale.ROOT).contains("[pasted");
    return Letterhead.begins(composer) || (mark && journal.leftUnconfirmed(incarnation));
  }
}
