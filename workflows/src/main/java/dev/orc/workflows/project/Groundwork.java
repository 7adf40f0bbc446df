package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.policy.FailureRules;
import java.time.Instant;

/**
 * What agents stand on: the repository, a worktree for each, the session. One thing after another,
 * since git and tmux lock; whatever is missing is made, also in the midst of the work.
 */
final class Groundwork implements Reconciler {
  private static final String KEY = "ground";

  private final ProjectContext context;
  private final ProjectLifecycle lifecycle;
  private final Supervision supervision;

  Groundwork(ProjectContext context, Supervision supervision) {
    this.context = context;
    this.supervision = supervision;
    this.lifecycle = context.lifecycle();
  }

  @Override
  public void act(Instant now) {
    if (!context.pending().accepting() || context.pending().open(KEY)) {
      return;
    }
    if (lifecycle.repository() == null) {
      prepare();
    } else if (nextWithoutWorktree() != null) {
      openWorktree(nextWithoutWorktree());
    } else if (lifecycle.session() == null) {
      openSession();
    } else if (lifecycle.phase() == Phase.PREPARING) {
      context.enter(Phase.LAUNCHING);
    }
  }

  private void prepare() {
    PrepareOrder order =
        new PrepareOrder(context.project(), context.input().directory(), context.input().branch());
    context
        .pending()
        .<Repository>start(
            KEY,
            () -> context.host().prepare(order),
            (repository, trouble) -> {
              if (trouble == null) {
                lifecycle.repository(repository);
                context.enter(EntryKind.GIT, null, "starting from " + repository.branch());
              } else {
                failed("the repository can not be used", trouble);
              }
            });
  }

  private Agent nextWithoutWorktree() {
    return context.roster().agents().stream()
        .filter(agent -> agent.wantsWorktree() && makesFor(agent.life()))
        .findFirst()
        .orElse(null);
  }

  static boolean makesFor(Life life) {
    return !(life instanceof Life.GivenUp
        || life instanceof Life.Later
        || life instanceof Life.Finished);
  }

  private void openWorktree(Agent agent) {
    WorktreeOrder order =
        new WorktreeOrder(
            context.project(), lifecycle.repository(), agent.name(), agent.role().branchPrefix());
    context
        .pending()
        .start(
            KEY,
            () -> context.host().openWorktree(order),
            (worktree, trouble) -> {
              if (trouble == null) {
                agent.worktree(worktree);
              } else if (lifecycle.phase() == Phase.PREPARING) {
                failed("no worktree for " + agent.name(), trouble);
              } else if (!trouble.canceled()) {
                supervision.giveUp(agent, trouble.what(), trouble.remedy());
              }
            });
  }

  private void openSession() {
    lifecycle.askSession();
    SessionOrder order =
        new SessionOrder(
            context.project(), lifecycle.repository().directory(), context.input().windows());
    context
        .pending()
        .start(
            KEY,
            () -> context.host().open(order),
            (session, trouble) -> {
              if (trouble == null) {
                lifecycle.session(session);
              } else {
                failed("the session can not be opened", trouble);
              }
            });
  }

  private void failed(String what, Trouble trouble) {
    if (!trouble.canceled()) {
      String remedy = trouble.remedy() == null ? "" : "; " + trouble.remedy();
      FailureKind kind =
          FailureRules.ground(trouble.hindrance(), lifecycle.phase() != Phase.PREPARING);
      lifecycle.fail(kind, what + ": " + trouble.what() + remedy);
    }
  }
}
