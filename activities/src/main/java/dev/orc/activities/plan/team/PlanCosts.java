package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.TeamSize;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.PlanCost;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.TeamPlan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Estimates what a team will cost from the runs of this host that were completed: those of the same
 * type and size where there are any, else those of the type, else all. Immutable.
 */
public final class PlanCosts {
  private static final int MINUTES = 60;

  private final List<Completed> runs;

  /**
   * @param past every run of the host that is over
   */
  public PlanCosts(Collection<Completed> past) {
    this.runs =
        past.stream()
            .filter(run -> run.phase() == Phase.COMPLETED && run.agents() > 0)
            .filter(run -> run.startedAt() != null && run.endedAt() != null)
            .toList();
  }

  /** The plan with its cost. */
  public TeamPlan in(TeamPlan plan) {
    int agents = plan.team().roles().size();
    TeamSize size = TeamSize.of(agents);
    Predicate<Completed> typed = run -> plan.type().equals(run.type());
    List<Completed> alike =
        runs.stream().filter(typed.and(run -> TeamSize.of(run.agents()) == size)).toList();
    if (!alike.isEmpty()) {
      String what = "of a " + size.word() + " team for a " + plan.type();
      return plan.withCost(cost(plan, alike, what));
    }
    List<Completed> ofType = runs.stream().filter(typed).toList();
    return plan.withCost(
        ofType.isEmpty()
            ? cost(plan, runs, "of other types")
            : cost(plan, ofType, "for a " + plan.type() + " by teams of other sizes"));
  }

  private static PlanCost cost(TeamPlan plan, List<Completed> runs, String what) {
    int agents = plan.team().roles().size();
    long minutes =
        median(runs, run -> Duration.between(run.startedAt(), run.endedAt()).toMinutes());
    List<Completed> counted = runs.stream().filter(run -> tokens(run) > 0).toList();
    long tokens = median(counted, run -> tokens(run) / run.agents()) * agents;
    return new PlanCost(
        agents, checkInsAnHour(plan), tokens, minutes, runs.size(), basis(runs, counted, what));
  }

  private static String basis(List<Completed> runs, List<Completed> counted, String what) {
    if (runs.isEmpty()) {
      return "no run has been completed on this host yet, so there is nothing to go by";
    }
    String made =
        "an estimate, from %d completed %s %s on this host"
            .formatted(runs.size(), runs.size() == 1 ? "run" : "runs", what);
    return counted.isEmpty() ? made + ", whose programs did not count tokens" : made;
  }

  private static int checkInsAnHour(TeamPlan plan) {
    return plan.team().roles().stream()
        .mapToInt(Role::checkInMinutes)
        .filter(every -> every > 0)
        .mapToObj(every -> MINUTES / (double) every)
        .reduce(0.0, Double::sum)
        .intValue();
  }

  /** Of those roles that counted; the others are taken to have used as much on average. */
  private static long tokens(Completed run) {
    List<RoleRun> counted = run.roles().stream().filter(role -> role.tokens() > 0).toList();
    long sum = counted.stream().mapToLong(RoleRun::tokens).sum();
    return counted.isEmpty() ? 0 : sum * run.agents() / counted.size();
  }

  private static long median(List<Completed> runs, ToLongFunction<Completed> value) {
    long[] sorted = runs.stream().mapToLong(value).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }
}
