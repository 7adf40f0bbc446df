package dev.orc.activities.agent;

import dev.orc.workflows.model.Message;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of every delivered text: {@code [orc <id> from <sender>]}. */
public final class Letterhead {
  private static final Pattern HEAD = Pattern.compile("\\[orc (\\S{1,100}) from \\S{1,100}]");

  /** Ids stand in the letterhead as one word without brackets. */
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{Alnum}._:@/+-]");

  private Letterhead() {}

  /** The message's id as it stands in its letterhead. */
  public static String id(Message message) {
    return UNSAFE.matcher(message.id()).replaceAll("_");
  }

  /** What is pasted: the letterhead, a newline, the text. */
  public static String over(Message message, String text) {
    return head(message) + "\n" + text;
  }

  static String head(Message message) {
    String from = UNSAFE.matcher(String.valueOf(message.from())).replaceAll("_");
    return "[orc " + id(message) + " from " + from + "]";
  }

  /** The id in the first letterhead of a text; empty when there is none near its beginning. */
  public static Optional<String> firstId(String text) {
    Matcher head = HEAD.matcher(text).region(0, Math.min(text.length(), 4_096));
    return head.find() ? Optional.of(head.group(1)) : Optional.empty();
  }

  /** Whether a text that a composer shows begins like one of ours. */
  static boolean begins(String shown) {
    return shown.stripLeading().startsWith("[orc ");
  }
}
