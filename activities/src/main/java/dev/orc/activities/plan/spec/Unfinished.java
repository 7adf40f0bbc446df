package dev.orc.activities.plan.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a template left in a document that somebody was to fill in: placeholders and questions
 * that nobody answered. What stands in comments and fences is not looked at. Stateless.
 */
final class Unfinished {
  private static final int ENOUGH = 20;

  /** {@code [NEEDS CLARIFICATION: which?]}, or a value that says so. */
  private static final Pattern QUESTION =
      Pattern.compile("\\[NEEDS CLARIFICATION[^\\]]{0,200}\\]?|:\\** ?\\**NEEDS CLARIFICATION$");

  /** The line of a checklist that asks for there to be none. */
  private static final Pattern CHECKLIST = Pattern.compile(".*\\bNo \\[NEEDS CLARIFICATION\\].*");

  /** What is to be named, in capitals; or what the usual templates ask for; but never a link. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\[(?:(?:[A-Z]+[ _]){0,5}"
              + "(?:NAME|TITLE|DATE|FEATURE|PROJECT|DESCRIPTION|ENTITY|UNUSED|LINK|PATH|HERE)"
              + "(?:[ _][A-Z]+){0,5}"
              + "|link|Title|Brief Title|Story Title|initial state|expected outcome"
              + "|boundary condition|error scenario|endpoint|Entity ?\\d"
              + "|(?:Describe|Explain|Add more|Specific|Measurable|Gates|Document the|Extract|What"
              + "|How|e\\.g\\.,?|domain-specific)\\s[^\\]]{3,200})"
              + "\\](?![(\\[:])");

  private static final Pattern NUMBER = Pattern.compile("\\[###[^\\]]{0,200}\\]|\\$ARGUMENTS");

  /** A row of a table that is to be filled in only where there is something to say. */
  private static final Pattern OPTIONAL_ROW = Pattern.compile("\\|\\s*\\[e\\.g\\.,.*");

  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private Unfinished() {}

  /** What was found on a line. */
  record Mark(int line, String text, boolean question) {}

  static List<Mark> marks(String text) {
    List<Mark> marks = new ArrayList<>();
    ProseLines lines = new ProseLines(text);
    while (lines.next() && marks.size() < ENOUGH) {
      search(lines.line(), lines.number(), marks);
    }
    return marks;
  }

  private static void search(String line, int number, List<Mark> marks) {
    String prose = CODE.matcher(line).replaceAll("").strip();
    if (line.contains("NEEDS CLARIFICATION") && !CHECKLIST.matcher(line).matches()) {
      found(QUESTION, prose, number, true, marks);
    }
    if (OPTIONAL_ROW.matcher(prose).matches()) {
      return;
    }
    if (line.indexOf('[') >= 0 || line.indexOf('$') >= 0) {
      found(PLACEHOLDER, prose, number, false, marks);
      found(NUMBER, line, number, false, marks);
    }
  }

  private static void found(
      Pattern pattern, String line, int number, boolean question, List<Mark> marks) {
    Matcher matcher = pattern.matcher(line);
    if (matcher.find()) {
      marks.add(new Mark(number, matcher.group().strip(), question));
    }
  }
}
