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
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.entity.HostOptions;
import dev.orc.workflows.model.Need;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/**
 * The host as the batch sees it: every question with its own time-outs and summary. Workflow
 * threads only.
 */
final class HostStubs {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** An agent program that plans and one that reviews are asked three times each. */
  private static final Duration WITH_AGENT = MINUTE.multipliedBy(35);

  private final String queue;

  HostStubs(String host) {
    this.queue = TaskQueues.host(host);
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
    NoticeActivities stub =
        Workflow.newActivityStub(
            NoticeActivities.class, HostOptions.on(queue, "tell a person", MINUTE).build());
    return Async.procedure(stub::tell, need);
  }

  /** Taken back at once: whatever is asked may be asked again. */
  private BatchActivities activities(String summary, Duration within) {
    return Workflow.newActivityStub(
        BatchActivities.class,
        HostOptions.on(queue, summary, within)
            .setCancellationType(ActivityCancellationType.TRY_CANCEL)
            .build());
  }
}
