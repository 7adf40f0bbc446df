package dev.orc.activities.agent;

import dev.orc.activities.text.CleanText;
import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.Locale;

/**
 * A message as it is pasted.
 *
 * @param id as it stands in the letterhead
 * @param text the letterhead and the text, clean
 * @param sentAt the message's own time as the journal keeps it; null when it has none
 */
record Letter(String id, String text, boolean urgent, Instant sentAt) {
  static Letter of(Message message, String text) {
    String body = CleanText.forAgent(text);
    return new Letter(
        Letterhead.id(message),
        Letterhead.over(message, body),
        message.urgent(),
        JournalEntry.sentAt(message));
  }

  /** Whether what a composer shows is this letter, or the mark that stands for a long paste. */
  boolean shownAs(String composer) {
    String shown = squeezed(composer);
    String head = squeezed(text.substring(0, text.indexOf('\n')));
    String beginning = head.substring(0, Math.min(head.length(), shown.length()));
    boolean begins = !shown.isEmpty() && shown.startsWith(beginning);
    return begins || shown.contains(head) || shown.toLowerCase(Locale.ROOT).contains("[pasted");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
