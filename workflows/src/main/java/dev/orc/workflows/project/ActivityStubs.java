package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.entity.HostOptions;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The host as the workflow sees it: every question with its own time-outs, retries and summary. No
 * message text goes into a summary. Nothing limits how long a host may be away. Workflow threads
 * only.
 */
final class ActivityStubs {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String queue;
  private final ProjectSettings settings;

  ActivityStubs(String host, ProjectSettings settings) {
    this.queue = TaskQueues.host(host);
    this.settings = settings;
  }

  Promise<Repository> prepare(PrepareOrder order) {
    ActivityOptions options = options("look at the repository", MINUTE.multipliedBy(2)).build();
    RepositoryActivities stub = Workflow.newActivityStub(RepositoryActivities.class, options);
    return Async.function(stub::prepare, order);
  }

  Promise<Worktree> openWorktree(WorktreeOrder order) {
    ActivityOptions options =
        options("open the worktree of " + order.role(), MINUTE.multipliedBy(10))
            .setHeartbeatTimeout(Duration.ofSeconds(30))
            .build();
    RepositoryActivities stub = Workflow.newActivityStub(RepositoryActivities.class, options);
    return Async.function(stub::openWorktree, order);
  }

  Promise<List<WorktreeState>> inspect(InspectOrder order) {
    ActivityOptions options = options("inspect the worktrees", MINUTE.multipliedBy(2)).build();
    RepositoryActivities stub = Workflow.newActivityStub(RepositoryActivities.class, options);
    return Async.function(stub::inspect, order);
  }

  Promise<Integration> integrate(IntegrationOrder order) {
    ActivityOptions options =
        options("integrate, attempt " + order.attempt(), Duration.ofHours(6))
            .setHeartbeatTimeout(Duration.ofSeconds(30))
            .build();
    RepositoryActivities stub = Workflow.newActivityStub(RepositoryActivities.class, options);
    return Async.function(stub::integrate, order);
  }

  Promise<String> open(SessionOrder order) {
    ActivityOptions options = options("open the session", MINUTE).build();
    SessionActivities stub = Workflow.newActivityStub(SessionActivities.class, options);
    return Async.function(stub::open, order);
  }

  Promise<String> close(CloseOrder order) {
    ActivityOptions options = options("close the session", MINUTE.multipliedBy(2)).build();
    SessionActivities stub = Workflow.newActivityStub(SessionActivities.class, options);
    return Async.function(stub::close, order);
  }

  Promise<Launched> launch(LaunchOrder order) {
    String summary = "launch " + order.role().name() + ", life " + order.incarnation();
    ActivityOptions options =
        options(summary, settings.launchWithin().plus(MINUTE))
            .setHeartbeatTimeout(Duration.ofSeconds(10))
            .build();
    AgentActivities stub = Workflow.newActivityStub(AgentActivities.class, options);
    return Async.function(stub::launch, order);
  }

  Promise<Receipt> deliver(DeliveryOrder order) {
    MessageKind kind = order.message().kind();
    String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    ActivityOptions options =
        options("bring " + what + " to " + order.role().name(), MINUTE.multipliedBy(2))
            .setHeartbeatTimeout(Duration.ofSeconds(5))
            .setRetryOptions(HostOptions.UNTIL_DONE)
            .build();
    AgentActivities stub = Workflow.newActivityStub(AgentActivities.class, options);
    return Async.function(stub::deliver, order);
  }

  Promise<Void> dismiss(DismissOrder order) {
    ActivityOptions options = options("dismiss " + order.role(), MINUTE).build();
    AgentActivities stub = Workflow.newActivityStub(AgentActivities.class, options);
    return Async.procedure(stub::dismiss, order);
  }

  /** Taken back at once when it is not wanted any more: the next question replaces it. */
  Promise<HostView> watch(WatchOrder order) {
    ActivityOptions options =
        options("watch " + order.beliefs().size() + " agents", settings.quietWatch().plus(MINUTE))
            .setHeartbeatTimeout(Duration.ofSeconds(30))
            .setRetryOptions(HostOptions.UNTIL_DONE)
            .setCancellationType(ActivityCancellationType.TRY_CANCEL)
            .build();
    WatchActivities stub = Workflow.newActivityStub(WatchActivities.class, options);
    return Async.function(stub::watch, order);
  }

  Promise<Void> tell(Need need) {
    ActivityOptions options = options("tell a person", MINUTE).build();
    NoticeActivities stub = Workflow.newActivityStub(NoticeActivities.class, options);
    return Async.procedure(stub::tell, need);
  }

  private ActivityOptions.Builder options(String summary, Duration startToClose) {
    return HostOptions.on(queue, summary, startToClose);
  }
}
