package dev.orc.activities.plan.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a spec may have sections about. */
public enum Section {
  PROJECT,
  GOAL,
  CONSTRAINTS,
  REQUIREMENTS,
  DELIVERABLES,
  SUCCESS_CRITERIA,
  TARGET,
  TYPE,
  PHASES,
  VERIFY;

  /** {@code KEY: value} or {@code **Key:** value} at the beginning of a line. */
  private static final Pattern KEY_LINE =
      Pattern.compile("(?:([A-Z][A-Z _-]*):|\\*\\*([A-Za-z][A-Za-z _-]*)(?::\\*\\*|\\*\\*:))(.*)");

  private static final int LONGEST_HEADING = 500;
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*\\s*");

  /**
   * The beginning of a section.
   *
   * @param section null when the heading is none that we know
   * @param level how deep the heading is; 0 for a {@code KEY:} line
   * @param text the heading's own text, or what follows the key on its line
   */
  record Start(Section section, int level, String text) {}

  /** What section the line begins; empty when it is an ordinary line. */
  static Optional<Start> startedBy(String line) {
    if (line.startsWith("#") && line.length() <= LONGEST_HEADING) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        return Optional.of(heading(heading.group(1).length(), heading.group(2)));
      }
    }
    Matcher key = KEY_LINE.matcher(line);
    if (!key.matches()) {
      return Optional.empty();
    }
    return named(key.group(1) == null ? key.group(2) : key.group(1))
        .map(section -> new Start(section, 0, key.group(3).strip()));
  }

  private static Start heading(int level, String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    return named(name.replace("*", ""))
        .map(
            section ->
                new Start(section, level, colon < 0 ? "" : text.substring(colon + 1).strip()))
        .orElseGet(() -> new Start(null, level, text));
  }

  private static Optional<Section> named(String name) {
    String wanted =
        withoutAside(name.strip()).strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    for (Section section : values()) {
      if (section.name().equals(wanted)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** Templates say behind a heading whether it is mandatory. */
  private static String withoutAside(String name) {
    int aside = name.endsWith(")") ? name.lastIndexOf('(') : -1;
    return aside < 0 ? name : name.substring(0, aside);
  }
}
