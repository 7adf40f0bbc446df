package dev.orc.cli.project;

import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The specs that a command line names, as words and by {@code --spec}. Stateless. */
public final class SpecWords {
  private static final String PATTERN = "*?[{";

  private SpecWords() {}

  /** All of them in the order in which they were named, words first. */
  static List<String> of(Given given) {
    List<String> words = new ArrayList<>(given.words(0));
    words.addAll(given.texts("--spec"));
    return words;
  }

  /** Absolute paths of what is there, and of patterns; what is neither is a failure. */
  public static List<String> paths(List<String> words, Surroundings here) {
    return words.stream().map(word -> path(word, here)).toList();
  }

  /** Whether a word may name more than one spec, or a spec map. */
  static boolean mayBeMany(String word, Surroundings here) {
    Path path = here.directory().resolve(word);
    return Files.isDirectory(path) || word.endsWith(".json") || pattern(word, here);
  }

  private static String path(String word, Surroundings here) {
    Path path = here.directory().resolve(word).normalize();
    boolean whole = pattern(word, here) || Files.isDirectory(path);
    return whole ? path.toString() : StartOptions.spec(word, here).toString();
  }

  /** A name with such characters that is there is no pattern. */
  private static boolean pattern(String word, Surroundings here) {
    return word.chars().anyMatch(c -> PATTERN.indexOf(c) >= 0)
        && !Files.exists(here.directory().resolve(word));
  }
}
