package dev.orc.cli.command;

import dev.orc.base.text.HumanDuration;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** What was given on the command line. Immutable. */
public final class GivenArguments {
  private final ParseResult parsed;

  public GivenArguments(ParseResult parsed) {
    this.parsed = parsed;
  }

  /** The word at a position; null when it was left out. */
  public String word(int position) {
    return parsed.matchedPositionalValue(position, (String) null);
  }

  /** All the words from a position on. */
  public List<String> words(int position) {
    List<String> words = List.of(parsed.matchedPositionalValue(position, new String[0]));
    if (parsed.originalArgs().contains("--")) {
      return words;
    }
    for (String word : words) {
      if (word.length() > 1 && word.startsWith("-") && word.chars().noneMatch(c -> c <= ' ')) {
        throw Failure.usage(
            "unknown option '" + word + "'", "A text that starts with a hyphen comes after '--'");
      }
    }
    return words;
  }

  public boolean flag(String name) {
    return parsed.matchedOptionValue(name, false);
  }

  /** An option's value; null when it was left out. */
  public String text(String name) {
    return parsed.matchedOptionValue(name, (String) null);
  }

  /** An option's number; null when it was left out. */
  public Integer number(String name) {
    return parsed.matchedOptionValue(name, (Integer) null);
  }

  /** Every value of an option that may be repeated. */
  public List<String> texts(String name) {
    return List.of(parsed.matchedOptionValue(name, new String[0]));
  }

  /**
   * An option as a time: {@code 90s}, {@code 30m}, {@code 2h}, {@code 1d}; a bare number counts
   * minutes.
   */
  public Duration time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    String word = text.toLowerCase(Locale.ROOT).strip();
    boolean bare = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    try {
      return HumanDuration.parse(bare ? word + "m" : word);
    } catch (IllegalArgumentException e) {
      throw notATime(name, text);
    }
  }

  private static Failure notATime(String name, String text) {
    return Failure.usage(
        "'" + text + "' is no time for " + name,
        "Say 90s, 30m, 2h or 1d; a bare number is minutes");
  }
}
