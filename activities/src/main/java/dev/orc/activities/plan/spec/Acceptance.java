package dev.orc.activities.plan.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Spec Kit specification says its success is: every section about it. Stateless. */
final class Acceptance {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]+\\*\\*:?");
  private static final int BELOW_ALL_HEADINGS = 7;

  private Acceptance() {}

  /** The criteria, one each, without marks of emphasis. */
  static List<String> criteria(String specification) {
    List<String> lines = new ArrayList<>();
    int within = 0;
    ProseLines prose = new ProseLines(specification);
    while (prose.next()) {
      String line = prose.line();
      int level = level(line);
      if (level > 0 && (within == 0 || level <= within)) {
        within = names(line) ? level : 0;
        lines.add("");
      } else if (within > 0 && level == 0 && !rule(line)) {
        lines.add(line);
      }
    }
    return ListItems.sentences(lines).stream().map(item -> item.replace("**", "")).toList();
  }

  /** How deep a heading is; a line all in bold is one too, below all others. */
  private static int level(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      return heading.group(1).length();
    }
    String text = line.strip();
    boolean title = BOLD.matcher(text).matches() || text.endsWith(":") && names(text);
    return title ? BELOW_ALL_HEADINGS : 0;
  }

  private static boolean names(String heading) {
    String name = heading.replaceFirst("^#+", "").replace("*", "").strip().toLowerCase(Locale.ROOT);
    return name.startsWith("success criteria") || name.startsWith("acceptance");
  }

  private static boolean rule(String line) {
    return line.strip().matches("-{3,}|\\*{3,}|_{3,}");
  }
}
