package dev.orc.activities.agent;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which of a question's choices a person means: by its number, by its words or the beginning of
 * them, or by yes and no. What fits several means none of them. Pure.
 */
final class ChosenAnswer {
  private static final Pattern GRANTS =
      Pattern.compile("^(?:yes|allow|accept|approve|proceed|once)\\b.*");
  private static final Pattern REFUSES =
      Pattern.compile("^(?:no|deny|decline|reject|refuse|cancel|don.t)\\b.*");

  private ChosenAnswer() {}

  /** Its place from 0 on; empty when nothing, or more than one, is meant. */
  static OptionalInt among(List<String> choices, String answer) {
    String said = answer.strip().toLowerCase(Locale.ROOT);
    if (said.matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(said);
      return number >= 1 && number <= choices.size()
          ? OptionalInt.of(number - 1)
          : OptionalInt.empty();
    }
    OptionalInt exact = first(choices, choice -> choice.equals(said));
    if (exact.isPresent()) {
      return exact;
    }
    // The first is the plainest: "Yes" stands before "Yes, and don't ask again".
    if (said.equals("yes") || said.equals("no")) {
      Pattern meant = said.equals("yes") ? GRANTS : REFUSES;
      return first(choices, choice -> meant.matcher(choice).matches());
    }
    return only(choices, choice -> !said.isEmpty() && choice.startsWith(said));
  }

  private static OptionalInt first(List<String> choices, Predicate<String> wanted) {
    return places(choices, wanted).findFirst();
  }

  private static OptionalInt only(List<String> choices, Predicate<String> wanted) {
    return places(choices, wanted).count() == 1 ? first(choices, wanted) : OptionalInt.empty();
  }

  private static IntStream places(List<String> choices, Predicate<String> wanted) {
    return IntStream.range(0, choices.size())
        .filter(i -> wanted.test(choices.get(i).strip().toLowerCase(Locale.ROOT)));
  }
}
