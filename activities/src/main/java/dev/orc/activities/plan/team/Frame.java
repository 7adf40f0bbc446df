package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.detect.Detection;
import dev.orc.activities.plan.detect.KnownTypes;
import dev.orc.activities.plan.detect.ProjectDetector;
import dev.orc.activities.plan.detect.ProjectType;
import dev.orc.activities.plan.detect.SizeEstimate;
import dev.orc.activities.plan.detect.WishedSize;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a team is planned within: the project's type and size and the account's plan, as they were
 * wished or found, and how many roles that makes.
 */
record Frame(Detection type, SizeEstimate size, AccountPlan plan, Headcount heads) {
  private static final String ASKED = "asked for";
  private static final List<String> PLANS =
      Stream.of(AccountPlan.values()).map(AccountPlan::word).toList();
  private static final List<String> SIZES = List.of("small", "medium", "large", "enterprise");

  /**
   * @throws Refusal when a wish names what there is not
   */
  static Frame of(TeamQuestion question, KnownTypes types) {
    TeamWish wish = question.wish();
    Optional<String> type =
        given(
                "type",
                wish.type(),
                types::named,
                "there are " + listed(types.words()),
                types.words())
            .map(ProjectType::word);
    Optional<WishedSize> size = size("size", wish.size());
    Optional<WishedSize> cap = size("largest size", wish.maxSize());
    SizeEstimate estimate =
        size.map(Frame::asked).orElseGet(() -> SizeEstimate.of(question.files()));
    AccountPlan plan = plan(wish);
    return new Frame(
        type.map(named -> new Detection(named, 1, List.of(ASKED)))
            .orElseGet(() -> new ProjectDetector(types).detect(question.files(), question.spec())),
        estimate,
        plan,
        Headcount.of(plan, estimate.size(), size, cap));
  }

  static AccountPlan plan(TeamWish wish) {
    return given("plan", wish.plan(), AccountPlan::named, "there are " + listed(PLANS), PLANS)
        .orElse(AccountPlan.USUAL);
  }

  private static Optional<WishedSize> size(String what, String text) {
    return given(what, text, WishedSize::of, WishedSize.REMEDY, SIZES);
  }

  private static SizeEstimate asked(WishedSize size) {
    String roles = size.roles() > 0 ? ": " + size.roles() + " roles" : "";
    return new SizeEstimate(size.size(), ASKED + roles);
  }

  private static String listed(List<String> words) {
    return String.join(", ", words);
  }

  private static <T> Optional<T> given(
      String what,
      String text,
      Function<String, Optional<T>> reading,
      String remedy,
      List<String> words) {
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
          Kind.USAGE, "there is no %s '%s' for a team".formatted(what, text), guess + remedy);
    }
    return read;
  }
}
