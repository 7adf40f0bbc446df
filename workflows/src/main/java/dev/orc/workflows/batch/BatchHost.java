package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities;
import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.Enhanced;
import dev.orc.workflows.activities.BatchActivities.LookOrder;
import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.activities.BatchActivities.Planned;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.activities.BatchActivities.ResearchPlan;
import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.activities.BatchActivities.RoomOrder;
import dev.orc.workflows.activities.BatchActivities.Standing;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.entity.ActivityStubs;
import dev.orc.workflows.model.Need;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.util.List;

/**
 * What a batch asks of its host: every activity with its own time-outs and summary. Workflow
 * threads only.
 */
final class BatchHost {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** An agent program that plans and one that reviews are asked three times each. */
  private static final Duration WITH_AGENT = MINUTE.multipliedBy(35);

  private final ActivityStubs stubs;

  BatchHost(String host) {
    this.stubs = new ActivityStubs(host);
  }

  Promise<Planned> plan(Item item, PlanOrder order) {
    String summary = "plan " + item.name() + ", try " + order.attempt();
    boolean agent = order.start().team().asksAgent();
    Duration within = agent ? WITH_AGENT : MINUTE.multipliedBy(2);
    return Async.function(activities(summary, within)::plan, order);
  }

  Promise<Room> room(Item item, RoomOrder order) {
    return Async.function(activities("room for " + item.name(), MINUTE)::room, order);
  }

  Promise<List<Standing>> look(List<LookOrder> orders) {
    String summary = "look at " + orders.size() + " projects";
    return Async.function(activities(summary, MINUTE)::look, orders);
  }

  Promise<ResearchPlan> research(Item item, ResearchOrder order) {
    String summary = "look into the failure of " + item.name();
    return Async.function(activities(summary, MINUTE.multipliedBy(3))::research, order);
  }

  Promise<Enhanced> enhance(Item item, EnhanceOrder order) {
    String summary = "enhance the spec of " + item.name();
    return Async.function(activities(summary, MINUTE)::enhance, order);
  }

  Promise<Void> tell(Need need) {
    return Async.procedure(stubs.of(NoticeActivities.class, "tell a person", MINUTE)::tell, need);
  }

  /** Taken back at once: whatever is asked may be asked again. */
  private BatchActivities activities(String summary, Duration within) {
    return stubs.of(
        BatchActivities.class,
        summary,
        within,
        options -> options.setCancellationType(ActivityCancellationType.TRY_CANCEL));
  }
}
