package dev.orc.activities.plan.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How large a project is, and so how many roles its team has. */
public enum TeamSize {
  SMALL(3, 4),
  MEDIUM(5, 6),
  LARGE(7, 8),
  ENTERPRISE(9, 15);

  private final int least;
  private final int most;

  TeamSize(int least, int most) {
    this.least = least;
    this.most = most;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fewest roles of such a team. */
  public int least() {
    return least;
  }

  /** The most roles of such a team. */
  public int most() {
    return most;
  }

  /** The size that so many roles are. */
  public static TeamSize of(int roles) {
    return Stream.of(values()).filter(size -> roles <= size.most).findFirst().orElse(ENTERPRISE);
  }

  public static Optional<TeamSize> named(String text) {
    return Stream.of(values())
        .filter(s -> s.word().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
