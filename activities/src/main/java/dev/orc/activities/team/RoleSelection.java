package dev.orc.activities.team;

import dev.orc.activities.detect.TeamSize;
import dev.orc.activities.detect.Trait;
import dev.orc.activities.detect.Traits;
import java.util.List;
import java.util.Map;

/**
 * Chooses the roles of a team: the lead, whoever was asked for, the type's core, whoever the
 * project's traits call for, then optional ones up to the size. For one plan and thread.
 */
final class RoleSelection {
  /** Who comes only when the project has the trait, unless the type has the role in its core. */
  private static final Map<String, Trait> CONDITIONAL =
      Map.of(
          "databaseops", Trait.DATABASE,
          "securityops", Trait.SENSITIVE,
          "monitoringops", Trait.WATCHED);

  /** A lead and somebody who does the work: nobody who is asked for takes their seats. */
  private static final int INDISPENSABLE = 2;

  private static final Map<Trait, String> MISSING =
      Map.of(
          Trait.DATABASE, "no database is configured",
          Trait.SENSITIVE, "neither production nor sensitive data nor compliance is named",
          Trait.WATCHED, "there are no more than five services and no SLA");

  private final Seating seating;
  private final TeamType type;
  private final Traits traits;
  private final int carried;
  private final int atMost;
  private final String planSays;
  private final String limit;
  private final TeamSize size;
  private int besides;

  /**
   * @param sizeAsked whether the size is a wish, which nothing but a wish may exceed
   */
  RoleSelection(
      Seating seating,
      TeamType type,
      Traits traits,
      AccountPlan plan,
      TeamSize size,
      boolean sizeAsked) {
    this.seating = seating;
    this.type = type;
    this.traits = traits;
    this.size = size;
    this.carried = plan.cap();
    this.planSays = "plan %s carries %d roles".formatted(plan.word(), plan.most());
    boolean bySize = sizeAsked && size.most() < carried;
    this.atMost = bySize ? size.most() : carried;
    this.limit = bySize ? sizeSays(size.most()) : planSays;
  }

  void choose(List<String> asked) {
    type.keep().stream()
        .limit(INDISPENSABLE)
        .forEach(role -> seating.seat(role, core(), carried, planSays));
    for (String role : asked) {
      besides += seating.seat(role, "asked for", carried, planSays);
    }
    type.keep().forEach(role -> ordinary(role, core()));
    CONDITIONAL.keySet().stream().sorted().forEach(this::conditional);
    String optional = "optional for " + a(type.type());
    type.optional().stream()
        .filter(role -> !CONDITIONAL.containsKey(role))
        .forEach(role -> ordinary(role, optional));
    for (String role : type.more()) {
      if (seating.taken() - besides < target()) {
        ordinary(role, "more hands for " + a(size.word()) + " team");
      }
    }
  }

  /** Within what the size wants; who is there besides takes nobody's seat but the plan's. */
  private void ordinary(String role, String why) {
    int wanted = target() + besides;
    boolean sized = wanted < atMost;
    seating.seat(role, why, Math.min(wanted, atMost), sized ? sizeSays(target()) : limit);
  }

  private void conditional(String role) {
    Trait trait = CONDITIONAL.get(role);
    traits
        .why(trait)
        .ifPresentOrElse(
            why -> besides += seating.seat(role, why, atMost, limit),
            () -> {
              if (type.optional().contains(role)) {
                seating.leave(role, MISSING.get(trait));
              }
            });
  }

  /** A small team has its four; the others begin where their size begins. */
  private int target() {
    return size == TeamSize.SMALL ? size.most() : size.least();
  }

  private String core() {
    return "core of " + a(type.type());
  }

  private String sizeSays(int roles) {
    return "%s team has %d roles".formatted(a(size.word()), roles);
  }

  private static String a(String word) {
    return ("aeio".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }
}
