package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.plan.detect.TeamSize;
import dev.orc.activities.plan.detect.Traits;
import java.util.List;

/**
 * Chooses the roles of a team: the lead, whoever was asked for, the type's core, whoever the
 * project calls for by the type's conditions, then optional ones up to the size. For one plan and
 * thread.
 */
final class RoleSelection {
  /** A lead and somebody who does the work: nobody who is asked for takes their seats. */
  private static final int INDISPENSABLE = 2;

  private final TeamSeats seats;
  private final TeamType type;
  private final Seen seen;
  private final Headcount heads;
  private final TeamSize size;
  private int besides;

  /**
   * What the project shows.
   *
   * @param words what its spec asks for
   */
  record Seen(Traits traits, ProjectTree files, String words) {}

  /** A role that was asked for, in these words. */
  record Asked(String role, String why) {}

  RoleSelection(TeamSeats seats, TeamType type, Seen seen, Headcount heads, TeamSize size) {
    this.seats = seats;
    this.type = type;
    this.seen = seen;
    this.heads = heads;
    this.size = size;
  }

  void choose(List<Asked> asked) {
    type.keep().stream()
        .limit(INDISPENSABLE)
        .forEach(role -> seats.seat(role, core(), heads.carried(), heads.carriedSays()));
    for (Asked one : asked) {
      besides += seats.seat(one.role(), one.why(), heads.carried(), heads.carriedSays());
    }
    type.keep().forEach(role -> ordinary(role, core()));
    type.conditions().forEach(this::conditional);
    String optional = "optional for " + a(type.type());
    type.optional().stream()
        .filter(role -> !type.conditional(role))
        .forEach(role -> ordinary(role, optional));
    for (String role : type.more()) {
      if (seats.taken() - besides < heads.target()) {
        ordinary(role, "more hands for " + a(size.word()) + " team");
      }
    }
  }

  /** Within what the size wants; who is there besides takes nobody's seat but the plan's. */
  private void ordinary(String role, String why) {
    int wanted = heads.target() + besides;
    boolean sized = wanted < heads.atMost();
    seats.seat(
        role,
        why,
        Math.min(wanted, heads.atMost()),
        sized ? heads.targetSays() : heads.atMostSays());
  }

  private void conditional(RoleCondition condition) {
    condition
        .why(seen.traits(), seen.files(), seen.words())
        .ifPresentOrElse(
            why -> besides += seats.seat(condition.role(), why, heads.atMost(), heads.atMostSays()),
            () -> {
              if (type.optional().contains(condition.role())) {
                seats.leave(condition.role(), condition.missing());
              }
            });
  }

  private String core() {
    return "core of " + a(type.type());
  }

  private static String a(String word) {
    return Headcount.article(word) + " " + word;
  }
}
