package dev.orc.activities.retry.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Findings as a Markdown page: a heading each, as {@code ## high: what}, then {@code What to do:}
 * and {@code Evidence:}. Reads with indulgence what an agent wrote. Pure.
 */
final class FindingsPage {
  /** What an agent is told of the form. */
  static final String FORM =
      """
      ## high: one line that says what is wrong
      What to do: what the next try should do about it, in a few lines.
      Evidence: the lines of an output, a file or a screen that show it.
      """;

  private static final Pattern HEADING =
      Pattern.compile(
          "#{1,6}\\s*(?:\\d+[.)]\\s*)?[*\\[(]*(high|medium|low)[*\\])]*\\s*[:–—-]+\\s*(.+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL =
      Pattern.compile(
          "\\s*(?:[-*+]\\s+)?[*_]{0,2}(what to do|evidence)(?::[*_]{0,2}|[*_]{0,2}:)\\s*(.*)",
          Pattern.CASE_INSENSITIVE);

  private FindingsPage() {}

  static String write(String title, List<Finding> findings) {
    StringBuilder page = new StringBuilder("# " + title + "\n");
    for (Finding finding : findings) {
      page.append("\n## ").append(finding.priority().word()).append(": ").append(finding.what());
      page.append("\n\nWhat to do: ").append(finding.todo()).append('\n');
      if (!finding.evidence().isEmpty()) {
        page.append("\nEvidence:\n\n").append(indented(finding.evidence(), "    ")).append('\n');
      }
    }
    return page.toString();
  }

  /** The findings in the order in which they stand there; none when it has none of the form. */
  static List<Finding> read(String page) {
    List<Finding> findings = new ArrayList<>();
    Draft draft = null;
    boolean fenced = false;
    for (String line : page.split("\r?\n|\r", -1)) {
      Matcher heading = HEADING.matcher(line);
      boolean fence = line.stripLeading().startsWith("```");
      fenced ^= fence;
      if (!fenced && heading.matches()) {
        keep(draft, findings);
        draft = new Draft(heading.group(1), heading.group(2));
      } else if (draft != null && !fence) {
        draft.take(line, fenced);
      }
    }
    keep(draft, findings);
    return findings;
  }

  static String indented(String text, String by) {
    return text.lines()
        .map(line -> line.isBlank() ? "" : by + line)
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private static void keep(Draft draft, List<Finding> findings) {
    if (draft != null) {
      findings.add(draft.finding());
    }
  }

  /** A finding while it is read: what stands before any label is what to do. */
  private static final class Draft {
    private final Priority priority;
    private final String what;
    private final StringBuilder todo = new StringBuilder();
    private final StringBuilder evidence = new StringBuilder();
    private StringBuilder current = todo;

    Draft(String priority, String what) {
      this.priority = Priority.valueOf(priority.toUpperCase(Locale.ROOT));
      this.what = what.replaceFirst("[*\\s]+$", "");
    }

    void take(String line, boolean fenced) {
      Matcher label = LABEL.matcher(line);
      if (!fenced && label.matches()) {
        current = label.group(1).equalsIgnoreCase("evidence") ? evidence : todo;
        current.append(label.group(2)).append('\n');
      } else {
        current.append(line).append('\n');
      }
    }

    Finding finding() {
      String shown = evidence.toString().stripTrailing().stripIndent();
      return new Finding(priority, what, todo.toString().strip(), shown);
    }
  }
}
