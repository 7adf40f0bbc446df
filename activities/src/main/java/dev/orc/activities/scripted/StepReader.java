package dev.orc.activities.scripted;

import java.util.List;

/** Reads the steps of a rule. */
final class StepReader {
  private static final long USUAL_PATIENCE_MILLIS = 60_000;

  private StepReader() {}

  static PlaybookStep step(List<String> words) {
    PlaybookVerb verb = PlaybookVerb.named(words.get(0));
    if (verb == null) {
      throw new IllegalArgumentException("an agent can not '" + words.get(0) + "'");
    }
    List<String> rest = List.copyOf(words.subList(1, words.size()));
    if (rest.size() < verb.fewest || rest.size() > verb.most) {
      throw usage(verb);
    }
    return switch (verb) {
      case BUSY -> new PlaybookStep(verb, List.of(), millis(rest.get(0)));
      case LIMIT -> timed(verb, rest, "for");
      case WAIT_FOR ->
          rest.size() == 1
              ? new PlaybookStep(verb, rest, USUAL_PATIENCE_MILLIS)
              : timed(verb, rest, "within");
      case CRASH, EXIT -> {
        int status = number(rest.get(0));
        if (status > 255) {
          throw new IllegalArgumentException("an exit status is 0 to 255");
        }
        yield new PlaybookStep(verb, rest, 0);
      }
      default -> new PlaybookStep(verb, rest, 0);
    };
  }

  static int number(String word) {
    try {
      int number = Integer.parseInt(word);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + word + "' is not a number", e);
    }
    throw new IllegalArgumentException("'" + word + "' is less than nothing");
  }

  /** Reads {@code 300ms}, {@code 3s}, {@code 2m}. */
  static long millis(String word) {
    if (word.endsWith("ms")) {
      return number(word.substring(0, word.length() - 2));
    }
    if (word.endsWith("s")) {
      return number(word.substring(0, word.length() - 1)) * 1_000L;
    }
    if (word.endsWith("m")) {
      return number(word.substring(0, word.length() - 1)) * 60_000L;
    }
    throw new IllegalArgumentException("'" + word + "' is no duration; write 300ms, 3s or 2m");
  }

  private static PlaybookStep timed(PlaybookVerb verb, List<String> rest, String preposition) {
    if (rest.size() != 3 || !rest.get(1).equals(preposition)) {
      throw usage(verb);
    }
    return new PlaybookStep(verb, List.of(rest.get(0)), millis(rest.get(2)));
  }

  private static IllegalArgumentException usage(PlaybookVerb verb) {
    return new IllegalArgumentException(("write: " + verb.word + " " + verb.usage).trim());
  }
}
