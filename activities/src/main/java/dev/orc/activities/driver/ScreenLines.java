package dev.orc.activities.driver;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last lines of a screen, blank ones at the end left out. Immutable. */
record ScreenLines(List<String> lines) {

  static ScreenLines bottom(String screen, int count) {
    List<String> all = screen.stripTrailing().lines().map(String::stripTrailing).toList();
    return new ScreenLines(List.copyOf(all.subList(Math.max(0, all.size() - count), all.size())));
  }

  /** The first match of the pattern in any line, from the bottom up. */
  Optional<Matcher> find(Pattern pattern) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher matcher = pattern.matcher(lines.get(i));
      if (matcher.find()) {
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }

  boolean showsAny(List<Pattern> patterns) {
    return patterns.stream().anyMatch(pattern -> find(pattern).isPresent());
  }

  /** The line and a few after it as one, for texts that the program wrapped itself. */
  String unwrapped(int from, int count) {
    return lines.subList(from, Math.min(lines.size(), from + count)).stream()
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }
}
