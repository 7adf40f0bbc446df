package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.activities.BatchActivities.Planned;
import dev.orc.workflows.activities.BatchActivities.Room;
import dev.orc.workflows.activities.BatchActivities.RoomOrder;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.StoryLevel;
import dev.orc.workflows.policy.FailureRules;
import dev.orc.workflows.project.ProjectInput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts those whose turn it is: planned, then asked whether there is room, then run. A run of the
 * workflow that knows nothing of an earlier answer asks again. Workflow threads only.
 */
final class Starts implements Reconciler {
  private static final String KEY = "start/";
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(30);

  private final BatchContext context;
  private final Endings endings;
  private final Lookout lookout;
  private final Crowding crowding;
  private final Map<String, Planned> plans = new HashMap<>();
  private final Set<String> roomy = new HashSet<>();

  Starts(BatchContext context, Endings endings, Lookout lookout, Crowding crowding) {
    this.context = context;
    this.endings = endings;
    this.lookout = lookout;
    this.crowding = crowding;
  }

  @Override
  public void act(Instant now) {
    for (Item item : context.items().active()) {
      if (item.state() == ItemState.STARTING && !context.pending().open(KEY + item.id())) {
        advance(item);
      }
    }
  }

  private void advance(Item item) {
    Planned plan = plans.get(item.id());
    if (item.removal() != null) {
      forget(item);
      endings.remove(item, item.removal());
    } else if (!context.lifecycle().starts()) {
      wait(item, null, null);
    } else if (!context.pending().accepting()) {
      return;
    } else if (plan == null) {
      plan(item);
    } else if (sharesRepository(item)) {
      wait(item, "its repository is being worked on", null);
    } else if (!roomy.contains(item.id())) {
      askForRoom(item, plan);
    } else {
      run(item, plan);
    }
  }

  private void plan(Item item) {
    int attempt = item.tries().begun() + 1;
    PlanOrder order = new PlanOrder(context.workflowId(), item.id(), attempt, item.order());
    context
        .pending()
        .<Planned>start(
            KEY + item.id(),
            () -> context.host().plan(item, order),
            (planned, trouble) -> {
              if (trouble == null) {
                item.planned(planned.project(), planned.directory());
                plans.put(item.id(), planned);
              } else {
                notPlanned(item, trouble);
              }
            });
  }

  private void notPlanned(Item item, Trouble trouble) {
    String why =
        trouble.remedy() == null ? trouble.what() : trouble.what() + "; " + trouble.remedy();
    switch (trouble.kind()) {
      case CANCELED -> context.wakeup().request();
      case NOT_NOW -> wait(item, why, roomEvery());
      default -> endings.unstartable(item, FailureRules.ground(trouble.hindrance(), false), why);
    }
  }

  private void askForRoom(Item item, Planned plan) {
    RoomOrder order = new RoomOrder(plan.directory(), plan.team().roles().size());
    context
        .pending()
        .<Room>start(
            KEY + item.id(),
            () -> context.host().room(item, order),
            (room, trouble) -> {
              if (trouble != null && !trouble.canceled()) {
                wait(item, "nobody knows whether there is room: " + trouble.what(), roomEvery());
              } else if (trouble == null && room.enough()) {
                roomy.add(item.id());
              } else if (trouble == null) {
                crowding.turnedAway(context.now(), roomEvery());
                wait(item, room.why(), roomEvery());
              }
            });
  }

  private void run(Item item, Planned plan) {
    int attempt = item.tries().begun() + 1;
    BatchRef ref = new BatchRef(context.workflowId(), item.id(), attempt);
    ProjectInput input = Plans.input(plan, ref);
    context
        .pending()
        .<Optional<String>>start(
            KEY + item.id(),
            () -> context.children().start(input, () -> lookout.closed(item, attempt)),
            (run, trouble) -> {
              forget(item);
              if (trouble != null) {
                endings.unstartable(item, FailureKind.OTHER, trouble.what());
              } else if (run.isEmpty()) {
                held(item);
              } else {
                running(item, run.get(), attempt);
              }
            });
  }

  /** One of ours that has just told its end closes in a moment. */
  private void held(Item item) {
    Instant lately = context.now().minus(CLOSES_WITHIN);
    boolean closing =
        context.items().all().stream()
            .filter(other -> other != item && other.sharesRepository(item))
            .anyMatch(other -> other.endedAt() != null && other.endedAt().isAfter(lately));
    String why = item.project() + " is held by an orchestration that runs";
    wait(item, why, closing ? CLOSES_WITHIN.dividedBy(6) : context.settings().lookEvery());
  }

  private void running(Item item, String run, int attempt) {
    context.items().change(item, it -> it.running(run, context.now()));
    String which = attempt == 1 ? "" : ", try " + attempt;
    context.enter(StoryLevel.INFO, EntryKind.START, item.name(), item.project() + which);
    endings.started(item);
  }

  /** Steps aside, for that time at least; a reason that is new is told. */
  private void wait(Item item, String why, Duration atLeast) {
    Instant until = atLeast == null ? null : context.now().plus(atLeast);
    roomy.remove(item.id());
    context.items().change(item, it -> it.waitFor(why, until));
    if (why != null) {
      context.enter(StoryLevel.DEBUG, EntryKind.QUEUE, item.name(), "waits: " + why);
    }
  }

  private void forget(Item item) {
    plans.remove(item.id());
    roomy.remove(item.id());
  }

  private boolean sharesRepository(Item item) {
    return context.items().active().stream()
        .anyMatch(other -> other != item && other.sharesRepository(item));
  }

  private Duration roomEvery() {
    return context.settings().roomEvery();
  }
}
