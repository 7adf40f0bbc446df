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
import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.entity.ActivityStubs;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What an orchestration asks of its host: every activity with its own time-outs, retries and
 * summary. No message text goes into a summary. Workflow threads only.
 */
final class ProjectHost {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BEAT = Duration.ofSeconds(30);

  private final ActivityStubs stubs;
  private final ProjectSettings settings;

  ProjectHost(String host, ProjectSettings settings) {
    this.stubs = new ActivityStubs(host);
    this.settings = settings;
  }

  Promise<Repository> prepare(PrepareOrder order) {
    RepositoryActivities stub =
        stubs.of(RepositoryActivities.class, "look at the repository", MINUTE.multipliedBy(2));
    return Async.function(stub::prepare, order);
  }

  Promise<Worktree> openWorktree(WorktreeOrder order) {
    RepositoryActivities stub =
        stubs.of(
            RepositoryActivities.class,
            "open the worktree of " + order.role(),
            MINUTE.multipliedBy(10),
            options -> options.setHeartbeatTimeout(BEAT));
    return Async.function(stub::openWorktree, order);
  }

  Promise<List<WorktreeState>> inspect(InspectOrder order) {
    RepositoryActivities stub =
        stubs.of(RepositoryActivities.class, "inspect the worktrees", MINUTE.multipliedBy(2));
    return Async.function(stub::inspect, order);
  }

  Promise<Integration> integrate(IntegrationOrder order) {
    RepositoryActivities stub =
        stubs.of(
            RepositoryActivities.class,
            "integrate, attempt " + order.attempt(),
            Duration.ofHours(6),
            options -> options.setHeartbeatTimeout(BEAT));
    return Async.function(stub::integrate, order);
  }

  Promise<String> open(SessionOrder order) {
    SessionActivities stub = stubs.of(SessionActivities.class, "open the session", MINUTE);
    return Async.function(stub::open, order);
  }

  Promise<String> close(CloseOrder order) {
    SessionActivities stub =
        stubs.of(SessionActivities.class, "close the session", MINUTE.multipliedBy(2));
    return Async.function(stub::close, order);
  }

  Promise<Launched> launch(LaunchOrder order) {
    AgentActivities stub =
        stubs.of(
            AgentActivities.class,
            "launch " + order.role().name() + ", life " + order.incarnation(),
            settings.launchWithin().plus(MINUTE));
    return Async.function(stub::launch, order);
  }

  Promise<Receipt> deliver(DeliveryOrder order) {
    MessageKind kind = order.message().kind();
    String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    AgentActivities stub =
        stubs.of(
            AgentActivities.class,
            "bring " + what + " to " + order.role().name(),
            MINUTE.multipliedBy(2),
            options ->
                options
                    .setHeartbeatTimeout(Duration.ofSeconds(5))
                    .setRetryOptions(ActivityStubs.UNTIL_DONE));
    return Async.function(stub::deliver, order);
  }

  Promise<Void> dismiss(DismissOrder order) {
    AgentActivities stub = stubs.of(AgentActivities.class, "dismiss " + order.role(), MINUTE);
    return Async.procedure(stub::dismiss, order);
  }

  /** Taken back at once when it is not wanted any more: the next question replaces it. */
  Promise<HostView> watch(WatchOrder order) {
    WatchActivities stub =
        stubs.of(
            WatchActivities.class,
            "watch " + order.beliefs().size() + " agents",
            settings.quietWatch().plus(MINUTE),
            options ->
                options
                    .setHeartbeatTimeout(BEAT)
                    .setRetryOptions(ActivityStubs.UNTIL_DONE)
                    .setCancellationType(ActivityCancellationType.TRY_CANCEL));
    return Async.function(stub::watch, order);
  }

  Promise<Void> tell(Need need) {
    return Async.procedure(stubs.of(NoticeActivities.class, "tell a person", MINUTE)::tell, need);
  }
}
