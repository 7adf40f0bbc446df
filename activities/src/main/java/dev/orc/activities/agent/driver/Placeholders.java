package dev.orc.activities.agent.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code {name}} in a driver file's texts; {@code {name|sh}} quotes the value for a shell,
 * {@code |json} for the inside of a JSON or TOML string. Immutable.
 */
record Placeholders(Map<String, String> values) {
  static final Set<String> NAMES =
      Set.of(
          "java",
          "classpath",
          "state",
          "home",
          "worktree",
          "project",
          "role",
          "incarnation",
          "hook",
          "hooks-file",
          "git-dir",
          "git-common-dir",
          "git-name",
          "git-email",
          "conversation");

  private static final Pattern FORM = Pattern.compile("\\{([a-z-]+)((?:\\|[a-z]+)*)}");

  /** Complains about a placeholder that does not exist. */
  static void check(String text) {
    check(text, Set.of());
  }

  /**
   * @param more names that are known besides
   */
  static void check(String text, Set<String> more) {
    FORM.matcher(text)
        .results()
        .filter(found -> !more.contains(found.group(1)))
        .forEach(Placeholders::check);
  }

  /** The same with more values. */
  Placeholders with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(more);
    return new Placeholders(Map.copyOf(all));
  }

  String in(String text) {
    return FORM.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  private String value(MatchResult found) {
    String value = values.get(found.group(1));
    String filters = found.group(2);
    if (filters.contains("|sh")) {
      value = "'" + value.replace("'", "'\\''") + "'";
    }
    return filters.contains("|json") ? value.replace("\\", "\\\\").replace("\"", "\\\"") : value;
  }

  private static void check(MatchResult found) {
    if (!NAMES.contains(found.group(1))
        || !Set.of("", "|sh", "|json", "|sh|json").contains(found.group(2))) {
      throw new IllegalArgumentException(
          "unknown placeholder "
              + found.group()
              + "; known are "
              + new java.util.TreeSet<>(NAMES)
              + " with |sh, |json or |sh|json");
    }
  }
}
