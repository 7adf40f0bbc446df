package dev.orc.cli.release;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A released version, as its tag spells it. Immutable.
 *
 * @param prefix {@code v}, or nothing
 */
record SemanticVersion(String prefix, long major, long minor, long patch)
    implements Comparable<SemanticVersion> {
  /** Where versions begin. */
  static final SemanticVersion NONE = new SemanticVersion("v", 0, 0, 0);

  private static final String NUMBER = "(0|[1-9]\\d{0,8})";
  private static final Pattern TAG =
      Pattern.compile("(v?)" + NUMBER + "\\." + NUMBER + "\\." + NUMBER);
  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingLong(SemanticVersion::major)
          .thenComparingLong(SemanticVersion::minor)
          .thenComparingLong(SemanticVersion::patch)
          .thenComparing(SemanticVersion::prefix);

  /** Which of the three numbers goes up. */
  enum Level {
    MAJOR,
    MINOR,
    PATCH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The version that a tag names; empty when it names none, or one that is only tried out. */
  static Optional<SemanticVersion> of(String tag) {
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches()
        ? Optional.of(
            new SemanticVersion(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4))))
        : Optional.empty();
  }

  SemanticVersion next(Level level) {
    return switch (level) {
      case MAJOR -> new SemanticVersion(prefix, major + 1, 0, 0);
      case MINOR -> new SemanticVersion(prefix, major, minor + 1, 0);
      case PATCH -> new SemanticVersion(prefix, major, minor, patch + 1);
    };
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }

  /** The tag. */
  @Override
  public String toString() {
    return prefix + major + "." + minor + "." + patch;
  }
}
