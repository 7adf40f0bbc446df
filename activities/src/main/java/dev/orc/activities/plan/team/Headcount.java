package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.TeamSize;
import dev.orc.activities.plan.detect.WishedSize;
import java.util.Optional;

/**
 * How many roles a team has, and whose word that is: the account's plan and a cap that was asked
 * for bind whoever is seated, the size those who were not asked for.
 *
 * @param carried nobody is seated beyond it
 * @param carriedSays why
 * @param atMost nobody who was not asked for is seated beyond it
 * @param atMostSays why
 * @param target so many are looked for
 * @param targetSays why no more
 */
record Headcount(
    int carried, String carriedSays, int atMost, String atMostSays, int target, String targetSays) {

  /**
   * @param size of the team, wished or found
   * @param wished empty when the size was found
   * @param cap empty when none was asked for
   */
  static Headcount of(
      AccountPlan plan, TeamSize size, Optional<WishedSize> wished, Optional<WishedSize> cap) {
    boolean capped = cap.isPresent() && cap.get().most() < plan.cap();
    int carried = capped ? cap.get().most() : plan.cap();
    String carriedSays =
        capped
            ? "no more than %d roles were asked for".formatted(carried)
            : "plan %s carries %d roles".formatted(plan.word(), plan.most());
    // A small team has its four; the others begin where their size begins.
    int usual = size == TeamSize.SMALL ? size.most() : size.least();
    int target = wished.filter(w -> w.roles() > 0).map(WishedSize::roles).orElse(usual);
    boolean bySize = wished.isPresent() && wished.get().most() < carried;
    int atMost = bySize ? wished.get().most() : carried;
    String atMostSays = bySize ? says(size, wished, atMost) : carriedSays;
    return new Headcount(
        carried, carriedSays, atMost, atMostSays, target, says(size, wished, target));
  }

  private static String says(TeamSize size, Optional<WishedSize> wished, int roles) {
    boolean counted = wished.isPresent() && wished.get().roles() > 0;
    return counted
        ? "%d roles were asked for".formatted(roles)
        : "%s %s team has %d roles".formatted(article(size.word()), size.word(), roles);
  }

  /** The word's article. */
  static String article(String word) {
    return "aeio".indexOf(word.charAt(0)) < 0 ? "a" : "an";
  }
}
