package dev.orc.activities.retry.research;

import dev.orc.base.text.CleanText;
import java.util.Comparator;
import java.util.List;

/**
 * Something that the next try should know.
 *
 * @param what one line
 * @param todo what to do about it, a few lines at most
 * @param evidence lines from screens and outputs that show it; may be empty
 */
record Finding(Priority priority, String what, String todo, String evidence) {
  /** More of them nobody heeds. */
  static final int MOST = 20;

  private static final int LONGEST_WHAT = 200;
  private static final int LONGEST_TODO = 2_000;
  private static final int LONGEST_EVIDENCE = 3_000;

  Finding {
    what = CleanText.oneLine(what, LONGEST_WHAT);
    todo = cut(todo, LONGEST_TODO);
    evidence = end(evidence == null ? "" : evidence);
  }

  static Finding of(Priority priority, String what, String todo) {
    return new Finding(priority, what, todo, "");
  }

  /** Whether it says what is wrong and what to do about it. */
  boolean useful() {
    return !what.isBlank() && !todo.isBlank();
  }

  /** The useful ones, the most important first, no more than can be heeded. */
  static List<Finding> best(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::useful)
        .sorted(Comparator.comparing(Finding::priority))
        .limit(MOST)
        .toList();
  }

  private static String cut(String text, int most) {
    String clean = clean(text);
    return clean.length() <= most ? clean : clean.substring(0, most).strip() + " …";
  }

  /** Of a long output its end says why it failed. */
  private static String end(String text) {
    String clean = clean(text);
    return clean.length() <= LONGEST_EVIDENCE
        ? clean
        : "… " + clean.substring(clean.length() - LONGEST_EVIDENCE).strip();
  }

  /** A fence in it would swallow what comes after it. */
  private static String clean(String text) {
    String plain = CleanText.forTerminal(text).replace("```", "'''").replace("~~~", "'''");
    return plain.replaceAll("\n{3,}", "\n\n").stripTrailing().replaceFirst("^\n+", "");
  }
}
