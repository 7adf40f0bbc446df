package dev.orc.activities.scripted;

/**
 * A submitted text. A message of orc's begins with the line {@code [orc <id> from <sender>]}.
 *
 * @param number counts the prompts of this life, from 1
 * @param id the message's id; empty when it is no message
 * @param sender who sent it; empty when it is no message
 */
record Prompt(int number, String id, String sender, String text) {
  private static final String HEAD = "[orc ";
  private static final String FROM = " from ";

  static Prompt of(int number, String text) {
    int head = text.indexOf(HEAD);
    int end = head < 0 ? -1 : text.indexOf(']', head);
    int from = end < 0 ? -1 : text.indexOf(FROM, head);
    if (from < 0 || from > end) {
      return new Prompt(number, "", "", text);
    }
    return new Prompt(
        number,
        text.substring(head + HEAD.length(), from),
        text.substring(from + FROM.length(), end),
        text);
  }

  /** Whether it tells the agent who it is: the first prompt of a life, or one that is called so. */
  boolean isBrief() {
    return number == 1 || id.contains("brief");
  }
}
