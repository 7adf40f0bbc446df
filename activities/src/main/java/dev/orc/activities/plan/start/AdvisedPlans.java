package dev.orc.activities.plan.start;

import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The teams that an agent program took part in planning, by request: who has seen one in a dry run
 * and then starts it gets that one, and nobody is asked twice. The last ones only. Thread-safe.
 */
public final class AdvisedPlans {
  private static final int MOST = 32;

  private final Map<StartRequest, TeamPlan> plans =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StartRequest, TeamPlan> eldest) {
          return size() > MOST;
        }
      };

  /** The plan of a request that asks for an agent's advice, made when it is not there yet. */
  TeamPlan of(StartRequest request, Supplier<TeamPlan> planning) {
    if (request.id() == null || !request.team().asksAgent()) {
      return planning.get();
    }
    return kept(request).orElseGet(() -> keep(request, planning.get()));
  }

  private synchronized Optional<TeamPlan> kept(StartRequest request) {
    return Optional.ofNullable(plans.get(request));
  }

  private synchronized TeamPlan keep(StartRequest request, TeamPlan plan) {
    plans.put(request, plan);
    return plan;
  }
}
