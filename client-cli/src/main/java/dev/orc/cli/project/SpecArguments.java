package dev.orc.cli.project;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The specs that a command line names, as words and by {@code --spec}, and the tags that choose
 * among them. Stateless.
 */
public final class SpecArguments {
  private static final String TAGS = "--filter-tags";
  private static final String PATTERN = "*?[{";

  private SpecArguments() {}

  /** Adds the option that chooses by tags. */
  public static Syntax tagsDescribedIn(Syntax syntax) {
    return syntax.options(TAGS, "A,B,...", "Only entries of spec maps with one of these tags.");
  }

  /** All specs in the order in which they were named, words first. */
  public static List<String> of(GivenArguments given, CommandContext here) {
    List<String> words = new ArrayList<>(given.words(0));
    words.removeAll(moreTags(given, here));
    words.addAll(given.texts("--spec"));
    return words;
  }

  /** The tags, also as words of their own: {@code --filter-tags backend api}. */
  public static List<String> tags(GivenArguments given, CommandContext here) {
    return Stream.concat(given.texts(TAGS).stream(), moreTags(given, here).stream())
        .flatMap(tags -> Stream.of(tags.split("[,\\s]+", -1)))
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  /** Absolute paths of what is there, and of patterns; what is neither is a failure. */
  public static List<String> paths(List<String> words, CommandContext here) {
    return words.stream().map(word -> path(word, here)).toList();
  }

  /** Whether a word may name more than one spec, or a spec map. */
  static boolean mayBeMany(String word, CommandContext here) {
    Path path = here.directory().resolve(word);
    return Files.isDirectory(path) || word.endsWith(".json") || pattern(word, here);
  }

  /** A tag that no entry has is a fault, so that a misspelt file is not taken for one unseen. */
  private static List<String> moreTags(GivenArguments given, CommandContext here) {
    return given.texts(TAGS).isEmpty()
        ? List.of()
        : given.words(0).stream().filter(word -> !namesAFile(word, here)).toList();
  }

  private static boolean namesAFile(String word, CommandContext here) {
    return word.chars().anyMatch(c -> c == '/' || c == '.')
        || pattern(word, here)
        || Files.exists(here.directory().resolve(word));
  }

  private static String path(String word, CommandContext here) {
    Path path = here.directory().resolve(word).normalize();
    boolean whole = pattern(word, here) || Files.isDirectory(path);
    return whole ? path.toString() : StartOptions.spec(word, here).toString();
  }

  /** A name with such characters that is there is no pattern. */
  private static boolean pattern(String word, CommandContext here) {
    return word.chars().anyMatch(c -> PATTERN.indexOf(c) >= 0)
        && !Files.exists(here.directory().resolve(word));
  }
}
