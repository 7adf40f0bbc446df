package dev.orc.activities.plan.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a project may have that wants a role of its own; the conditions of types name them. */
public enum Trait {
  DATABASE("no database is configured"),
  SENSITIVE("neither production nor sensitive data nor compliance is named"),
  WATCHED("there are no more than five services and no SLA");

  private final String missing;

  Trait(String missing) {
    this.missing = missing;
  }

  /** As a type's file names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is said of a project that does not have it. */
  public String missing() {
    return missing;
  }

  public static Optional<Trait> named(String text) {
    return Stream.of(values()).filter(trait -> trait.word().equals(text.strip())).findFirst();
  }
}
