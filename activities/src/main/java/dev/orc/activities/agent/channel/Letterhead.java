package dev.orc.activities.agent.channel;

import dev.orc.base.text.Digest;
import dev.orc.workflows.model.Message;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of every delivered text: {@code [orc <id> from <sender>]}. */
public final class Letterhead {
  private static final String BEGINNING = "[orc ";
  private static final Pattern HEAD =
      Pattern.compile("(?m)(?:^|>)\\s*\\[orc (\\S{1,120}) from \\S{1,120}(?: of \\S{1,120})?]");
  private static final String OF = " of ";

  /** Ids stand in the letterhead as one word without brackets. */
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{Alnum}._:@/+#-]");

  /** What an id that was changed ends with begins so; no id that was not changed has it. */
  private static final char CHANGED = '~';

  private static final int DIGEST_LETTERS = 10;

  private Letterhead() {}

  /** The message's id as it stands in its letterhead: another id stands there as another word. */
  public static String id(Message message) {
    return word(message.id());
  }

  private static String word(String text) {
    Matcher unsafe = UNSAFE.matcher(text);
    if (!unsafe.find()) {
      return text;
    }
    return unsafe.replaceAll("_") + CHANGED + Digest.of(text).substring(0, DIGEST_LETTERS);
  }

  /** What is brought: the letterhead, a newline, the text. */
  public static String over(Message message, String text) {
    return BEGINNING
        + id(message)
        + " from "
        + sender(String.valueOf(message.from()))
        + "]\n"
        + text;
  }

  /** One word, or for an agent of another project its name and that project's. */
  private static String sender(String from) {
    int of = from.indexOf(OF);
    return of < 0
        ? word(from)
        : word(from.substring(0, of)) + OF + word(from.substring(of + OF.length()));
  }

  /** The ids in all letterheads that begin a line of the text. */
  public static Set<String> ids(String text) {
    Set<String> ids = new LinkedHashSet<>();
    if (text.contains(BEGINNING)) {
      Matcher head = HEAD.matcher(text);
      while (head.find()) {
        ids.add(head.group(1));
      }
    }
    return ids;
  }

  /** Whether a text that a composer shows begins like one of ours. */
  public static boolean begins(String shown) {
    return shown.stripLeading().startsWith(BEGINNING);
  }
}
