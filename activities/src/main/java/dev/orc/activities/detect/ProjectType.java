package dev.orc.activities.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of projects that are told apart; each has a team of its own. */
public enum ProjectType {
  WEB_APPLICATION("web", "web_app", "webapp", "website"),
  SYSTEM_DEPLOYMENT("deployment", "system"),
  DATA_PIPELINE("pipeline", "etl"),
  INFRASTRUCTURE_AS_CODE("infrastructure", "iac"),
  /** What a project is when nothing says otherwise. */
  CODE_PROJECT("code", "library", "cli", "tool");

  private final List<String> alsoCalled;

  ProjectType(String... alsoCalled) {
    this.alsoCalled = List.of(alsoCalled);
  }

  /** As it is written in a spec, a wish or a file's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type that somebody means, however they part its words. */
  public static Optional<ProjectType> named(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Stream.of(values())
        .filter(type -> type.word().equals(word) || type.alsoCalled.contains(word))
        .findFirst();
  }
}
