package dev.orc.activities.plan.team;

import dev.orc.workflows.model.RoleChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives roles their seats in a team, those first that matter most, each together with the roles
 * that it needs; what finds no seat is noted with the reason. For one plan and thread.
 */
final class TeamSeats {
  private final Function<String, List<String>> needs;
  private final Map<String, String> seated = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  /**
   * @param needs which roles must be in the team with a role
   */
  TeamSeats(Function<String, List<String>> needs) {
    this.needs = needs;
  }

  /**
   * Seats a role and what it needs, if that leaves no more than so many seats taken.
   *
   * @param limit says why there are no more
   * @return how many seats it took
   */
  int seat(String role, String why, int atMost, String limit) {
    if (seated.containsKey(role)) {
      return 0;
    }
    List<String> missing = needs.apply(role).stream().filter(n -> !seated.containsKey(n)).toList();
    if (seated.size() + missing.size() + 1 > atMost) {
      String with = missing.isEmpty() ? "" : "it needs " + String.join(", ", missing) + ", and ";
      leftOut.put(role, why + "; but " + with + limit);
      return 0;
    }
    missing.forEach(needed -> take(needed, role + " needs it"));
    take(role, why);
    return missing.size() + 1;
  }

  /** Notes that a role was thought of and is not wanted. */
  void leave(String role, String why) {
    if (!seated.containsKey(role)) {
      leftOut.put(role, why);
    }
  }

  /** Takes the seat of whoever sat down last back; who needed it has left before. */
  void unseatLast(List<String> among, String why) {
    List<String> candidates = seated.keySet().stream().filter(among::contains).toList();
    String last = candidates.get(candidates.size() - 1);
    leftOut.put(last, seated.remove(last) + "; but " + why);
  }

  private void take(String role, String why) {
    seated.put(role, why);
    leftOut.remove(role);
  }

  int taken() {
    return seated.size();
  }

  /** The roles in the order in which they sat down. */
  List<String> roles() {
    return List.copyOf(seated.keySet());
  }

  /** Every role that was thought of: those of the team in its order, then those left out. */
  List<RoleChoice> choices(List<String> order) {
    List<RoleChoice> choices = new ArrayList<>();
    order.forEach(role -> choices.add(new RoleChoice(role, true, seated.get(role))));
    leftOut.forEach((role, why) -> choices.add(new RoleChoice(role, false, why)));
    return choices;
  }
}
