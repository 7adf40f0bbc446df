package dev.orc.activities.agent.watch;

import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.model.HostView;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.payload.context.ActivitySerializationContext;
import java.time.Duration;

/**
 * The watch: an open one costs neither a thread nor a slot of the worker, because it is completed
 * from the watches when there is news. Thread-safe.
 */
public final class HostWatch implements WatchActivities, AutoCloseable {
  private static final Duration UNHURRIED = Duration.ofSeconds(20);

  private final LiveHostTruth truth;
  private final WatchAnswers answers = new WatchAnswers();
  private final OpenWatches watches;

  public HostWatch(LiveHostTruth truth) {
    this.truth = truth;
    this.watches = new OpenWatches(truth, answers);
  }

  @Override
  public HostView watch(WatchOrder order) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    order.beliefs().forEach(belief -> truth.remember(expected(order.project(), belief)));
    if (context.getInfo().getAttempt() > 1) {
      return now(order);
    }
    OpenWatch watch =
        new OpenWatch(
            order,
            context.getTaskToken(),
            client(context),
            beat(context.getInfo().getHeartbeatTimeout()),
            truth.now());
    context.doNotCompleteOnReturn();
    watches.open(watch);
    return null;
  }

  /** It says what for, since an answer is sealed for the one place where it is awaited. */
  private static ActivityCompletionClient client(ActivityExecutionContext context) {
    return context
        .getWorkflowClient()
        .newActivityCompletionClient()
        .withContext(new ActivitySerializationContext(context.getInfo()));
  }

  private static HostTruth.Expected expected(String project, Belief belief) {
    return new HostTruth.Expected(
        project,
        belief.role(),
        belief.incarnation(),
        belief.driver(),
        belief.worktree(),
        belief.base());
  }

  private HostView now(WatchOrder order) {
    try {
      truth.refresh();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return watches.view(order);
  }

  /** Often enough to be believed, and no more: 500 watches beat too. */
  private static Duration beat(Duration timeout) {
    boolean given = timeout != null && !timeout.isZero();
    return given ? timeout.dividedBy(2) : UNHURRIED;
  }

  /** How many watches wait for an answer. */
  int open() {
    return watches.size();
  }

  @Override
  public void close() {
    watches.close();
    answers.close();
  }
}
