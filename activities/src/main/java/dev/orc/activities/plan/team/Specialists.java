package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.RoleOffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The trades of the library that serve in the phases of a type: offered as far as the plan carries
 * them, or seated when a phase is asked for. Of those that serve in the same phase, whose runs went
 * better goes first. For one plan and thread.
 */
final class Specialists {
  /** More than a person wants to choose from. */
  private static final int MOST = 5;

  private final TeamType type;
  private final Teams teams;
  private final RoleRecords records;

  Specialists(TeamType type, Teams teams, RoleRecords records) {
    this.type = type;
    this.teams = teams;
    this.records = records;
  }

  /**
   * Those of a phase, to be seated.
   *
   * @param phase null for none
   * @throws Refusal when the type has no such phase
   */
  List<RoleSelection.Asked> asked(String phase) {
    if (phase == null) {
      return List.of();
    }
    TypePhase named =
        type.phases().stream()
            .filter(one -> one.name().equalsIgnoreCase(phase.strip()))
            .findFirst()
            .orElseThrow(() -> noPhase(phase));
    return best(named).stream()
        .map(role -> new RoleSelection.Asked(role, why(named, role)))
        .toList();
  }

  /**
   * Those that could be added, one of each phase before the second of any.
   *
   * @param team who is in it
   * @param carried how many roles there may be
   */
  List<RoleOffer> offers(List<String> team, int carried) {
    int room = Math.min(MOST, carried - team.size());
    List<RoleOffer> offers = new ArrayList<>();
    Set<String> offered = new LinkedHashSet<>(team);
    for (int rank = 0; rank < deepest(); rank++) {
      for (TypePhase phase : type.phases()) {
        List<String> best = best(phase);
        if (rank < best.size() && offers.size() < room && offered.add(best.get(rank))) {
          offers.add(new RoleOffer(best.get(rank), phase.name(), why(phase, best.get(rank))));
        }
      }
    }
    return offers;
  }

  private int deepest() {
    return type.phases().stream().mapToInt(phase -> phase.specialists().size()).max().orElse(0);
  }

  private List<String> best(TypePhase phase) {
    Comparator<String> score = Comparator.comparingDouble(records::score);
    return phase.specialists().stream()
        .filter(role -> teams.roles().contains(RoleLibrary.base(role)))
        .sorted(score.reversed())
        .toList();
  }

  private String why(TypePhase phase, String role) {
    String record = records.said(role);
    return "serves in the phase %s of %s %s%s"
        .formatted(
            phase.name(),
            Headcount.article(type.type()),
            type.type(),
            record.isEmpty() ? "" : "; " + record);
  }

  private Refusal noPhase(String phase) {
    List<String> names = type.phases().stream().map(TypePhase::name).toList();
    String guess = Nearest.to(phase, names).map(near -> "did you mean " + near + "? ").orElse("");
    return new Refusal(
        Kind.USAGE,
        "a %s has no phase '%s'".formatted(type.type(), phase),
        guess + (names.isEmpty() ? "its file names none" : "it has " + String.join(", ", names)));
  }
}
