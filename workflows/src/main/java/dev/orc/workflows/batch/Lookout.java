package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.LookOrder;
import dev.orc.workflows.activities.BatchActivities.Standing;
import dev.orc.workflows.entity.Part;
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
final class Lookout implements Part {
  private static final String KEY = "look";

  private final BatchContext desk;
  private final Endings endings;
  private boolean urgent;
  private Instant next;

  Lookout(BatchContext desk, Endings endings) {
    this.desk = desk;
    this.endings = endings;
    this.urgent = desk.input().state() != null;
  }

  /** Somebody has reason to believe that what runs has changed. */
  void now() {
    urgent = true;
    desk.bell().ring();
  }

  /** A worker of the host has just started: what the one before was asked is asked anew. */
  void workerChanged() {
    desk.errands().drop(KEY);
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
    if (!desk.errands().accepting() || desk.errands().open(KEY)) {
      return;
    }
    List<Item> running = desk.items().active().stream().filter(Lookout::running).toList();
    if (running.isEmpty()) {
      next = null;
      urgent = false;
    } else if (urgent || next != null && !now.isBefore(next)) {
      look(running);
    } else if (next == null) {
      next = now.plus(desk.settings().lookEvery());
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
    desk.errands()
        .<List<Standing>>start(
            KEY,
            () -> desk.host().look(orders),
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
    if (desk.errands().accepting() && !desk.errands().open(key)) {
      desk.errands()
          .start(key, () -> desk.children().cancel(project), (x, trouble) -> canceled(trouble));
    }
  }

  /** One that can not be canceled is over, or is canceled at the next look. */
  private void canceled(Trouble trouble) {
    if (trouble != null) {
      next = desk.now().plus(desk.settings().roomEvery());
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
