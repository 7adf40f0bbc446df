package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Letterhead;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.activities.agent.channel.Parcel.Voice;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.Locale;

/**
 * A message as it is pasted.
 *
 * @param id as it stands in the letterhead
 * @param text the letterhead and the text, clean
 * @param voice as whose word it is brought
 * @param sentAt the message's own time as the journal keeps it; null when it has none
 */
record LetterText(String id, String text, Voice voice, boolean urgent, Instant sentAt) {
  private static final String AGAIN = "(An earlier life of yours may have got this already.)\n";

  static LetterText of(Message message, String text) {
    boolean user = message.from().equals(Message.ORC) || message.from().equals(Message.PERSON);
    return new LetterText(
        Letterhead.id(message),
        Letterhead.over(message, CleanText.forAgent(text)),
        user ? Voice.USER : Voice.PEER,
        message.urgent(),
        JournalEntry.sentAt(message));
  }

  /** The same, told to a life that does not know what the one before it got. */
  LetterText toldAgain() {
    int body = text.indexOf('\n') + 1;
    return new LetterText(
        id, text.substring(0, body) + AGAIN + text.substring(body), voice, urgent, sentAt);
  }

  Parcel parcel() {
    return new Parcel(id, text, voice, urgent);
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
