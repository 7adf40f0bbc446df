package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.LookOrder;
import dev.orc.workflows.activities.BatchActivities.Standing;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.ItemState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at what runs, whatever it told: every now and then, at the beginning of each run of the
 * workflow, when a worker has started, and when the server or a person gives reason to. Workflow
 * threads only.
 */
final class Lookout implements Reconciler {
  private static final String KEY = "look";

  private final BatchContext context;
  private final Endings endings;
  private boolean urgent;
  private Instant next;

  Lookout(BatchContext context, Endings endings) {
    this.context = context;
    this.endings = endings;
    this.urgent = context.input().state() != null;
  }

  /** Somebody has reason to believe that what runs has changed. */
  void now() {
    urgent = true;
    context.wakeup().request();
  }

  /** A worker of the host has just started: what the one before was asked is asked anew. */
  void workerChanged() {
    context.pending().drop(KEY);
    now();
  }

  /** The server says that an orchestration is over; if it told so itself, that is nothing new. */
  void closed(Item item, int attempt) {
    if (running(item) && item.tries().begun() == attempt) {
      now();
    }
  }

  @Override
  public void act(Instant now) {
    if (!context.pending().accepting() || context.pending().open(KEY)) {
      return;
    }
    List<Item> running = context.items().active().stream().filter(Lookout::running).toList();
    if (running.isEmpty()) {
      next = null;
      urgent = false;
    } else if (urgent || next != null && !now.isBefore(next)) {
      look(running);
    } else if (next == null) {
      next = now.plus(context.settings().lookEvery());
    }
  }

  @Override
  public Stream<Instant> due() {
    return Stream.ofNullable(next);
  }

  private void look(List<Item> running) {
    urgent = false;
    next = null;
    Map<String, Item> byRun =
        running.stream().collect(Collectors.toMap(Lookout::run, Function.identity()));
    List<LookOrder> orders = running.stream().map(Lookout::order).toList();
    context
        .pending()
        .<List<Standing>>start(
            KEY,
            () -> context.host().look(orders),
            (standings, trouble) -> {
              if (trouble == null) {
                standings.forEach(standing -> apply(byRun.get(standing.runId()), standing));
              }
            });
  }

  /** The item may have gone on while the host looked. */
  private void apply(Item item, Standing standing) {
    if (item == null || !running(item) || !run(item).equals(standing.runId())) {
      return;
    }
    if (!standing.running()) {
      endings.seen(item, standing);
    } else if (item.removal() != null) {
      cancel(item, standing.project());
    }
  }

  private void cancel(Item item, String project) {
    String key = "cancel/" + item.id();
    if (context.pending().accepting() && !context.pending().open(key)) {
      context
          .pending()
          .start(key, () -> context.children().cancel(project), (x, trouble) -> canceled(trouble));
    }
  }

  /** One that can not be canceled is over, or is canceled at the next look. */
  private void canceled(Trouble trouble) {
    if (trouble != null) {
      next = context.now().plus(context.settings().roomEvery());
    }
  }

  private static boolean running(Item item) {
    boolean inquired =
        item.inquiry() != null && item.inquiry().runId() != null && !item.inquiry().over();
    return item.state() == ItemState.RESEARCHING
        ? inquired
        : item.state() == ItemState.RUNNING && item.runId() != null;
  }

  private static String run(Item item) {
    return item.state() == ItemState.RESEARCHING ? item.inquiry().runId() : item.runId();
  }

  private static LookOrder order(Item item) {
    boolean research = item.state() == ItemState.RESEARCHING;
    return new LookOrder(research ? item.inquiry().project() : item.project(), run(item));
  }
}
