package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of projects that are told apart, in their order. Immutable. */
public record KnownTypes(List<ProjectType> types) {
  public KnownTypes {
    types = List.copyOf(types);
  }

  public List<String> words() {
    return types.stream().map(ProjectType::word).toList();
  }

  /** The type that somebody means, however they part its words; a type's own name goes first. */
  public Optional<ProjectType> named(String text) {
    String word = canonical(text);
    return types.stream()
        .filter(type -> type.word().equals(word))
        .findFirst()
        .or(() -> types.stream().filter(type -> type.alsoCalled().contains(word)).findFirst());
  }

  /** The word as types are called: {@code Mobile App} is {@code mobile_app}. */
  public static String canonical(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
