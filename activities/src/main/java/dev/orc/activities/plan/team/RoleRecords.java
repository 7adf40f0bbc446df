package dev.orc.activities.plan.team;

import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.RoleRun;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How roles did in earlier runs of this host: between two that would serve alike, the one whose
 * runs went better goes first. Immutable.
 */
public final class RoleRecords {
  public static final RoleRecords NONE = new RoleRecords(Map.of());

  /** So few runs say nothing. */
  private static final int FEWEST = 3;

  private final Map<String, Tries> tries;

  private RoleRecords(Map<String, Tries> tries) {
    this.tries = Map.copyOf(tries);
  }

  /** How many runs a role was in, and how many of those were completed. */
  private record Tries(int all, int completed) {
    Tries and(Tries more) {
      return new Tries(all + more.all, completed + more.completed);
    }
  }

  public static RoleRecords of(Collection<Completed> runs) {
    Map<String, Tries> tries = new HashMap<>();
    for (Completed run : runs) {
      Tries one = new Tries(1, run.phase() == Phase.COMPLETED ? 1 : 0);
      run.roles().stream()
          .map(RoleRun::role)
          .map(RoleLibrary::base)
          .distinct()
          .forEach(role -> tries.merge(role, one, Tries::and));
    }
    return new RoleRecords(tries);
  }

  /** The share of its runs that were completed; a half where too few are known. */
  double score(String role) {
    Tries of = of(role);
    return of.all() < FEWEST ? 1 / 2.0 : of.completed() / (double) of.all();
  }

  /** Its record in a few words; empty where too few runs are known. */
  String said(String role) {
    Tries of = of(role);
    return of.all() < FEWEST
        ? ""
        : "%d of %d runs with it were completed".formatted(of.completed(), of.all());
  }

  private Tries of(String role) {
    return tries.getOrDefault(RoleLibrary.base(role), new Tries(0, 0));
  }
}
