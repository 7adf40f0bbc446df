package dev.orc.activities.team;

import dev.orc.activities.Nearest;
import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import dev.orc.activities.detect.Detection;
import dev.orc.activities.detect.ProjectDetector;
import dev.orc.activities.detect.ProjectType;
import dev.orc.activities.detect.SizeEstimate;
import dev.orc.activities.detect.TeamSize;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a team is planned within: the project's type and size and the account's plan, as they were
 * wished or found.
 */
record Frame(Detection type, SizeEstimate size, AccountPlan plan) {
  private static final String ASKED = "asked for";

  /**
   * @throws Refusal when a wish names what there is not
   */
  static Frame of(TeamQuestion question) {
    TeamWish wish = question.wish();
    Optional<ProjectType> type =
        given(
            "type",
            wish.type(),
            ProjectType::named,
            words(ProjectType.values(), ProjectType::word));
    Optional<TeamSize> size =
        given("size", wish.size(), TeamSize::named, words(TeamSize.values(), TeamSize::word));
    return new Frame(
        type.map(named -> new Detection(named, 1, List.of(ASKED)))
            .orElseGet(() -> new ProjectDetector().detect(question.files(), question.spec())),
        size.map(named -> new SizeEstimate(named, ASKED))
            .orElseGet(() -> SizeEstimate.of(question.files())),
        plan(wish));
  }

  static AccountPlan plan(TeamWish wish) {
    return given(
            "plan", wish.plan(), AccountPlan::named, words(AccountPlan.values(), AccountPlan::word))
        .orElse(AccountPlan.USUAL);
  }

  private static <T> List<String> words(T[] values, Function<T, String> word) {
    return Stream.of(values).map(word).toList();
  }

  private static <T> Optional<T> given(
      String what, String text, Function<String, Optional<T>> reading, List<String> words) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<T> read = reading.apply(text);
    if (read.isEmpty()) {
      String guess =
          Nearest.to(text.toLowerCase(Locale.ROOT), words)
              .map(near -> "did you mean " + near + "? ")
              .orElse("");
      throw new Refusal(
          Kind.USAGE,
          "there is no %s '%s' for a team".formatted(what, text),
          guess + "there are " + String.join(", ", words));
    }
    return read;
  }
}
