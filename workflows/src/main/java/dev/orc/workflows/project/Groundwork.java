package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.entity.Part;
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
final class Groundwork implements Part {
  private static final String KEY = "ground";

  private final ProjectContext desk;
  private final ProjectLifecycle course;
  private final Supervision supervision;

  Groundwork(ProjectContext desk, Supervision supervision) {
    this.desk = desk;
    this.supervision = supervision;
    this.course = desk.course();
  }

  @Override
  public void act(Instant now) {
    if (!desk.errands().accepting() || desk.errands().open(KEY)) {
      return;
    }
    if (course.repository() == null) {
      prepare();
    } else if (nextWithoutWorktree() != null) {
      openWorktree(nextWithoutWorktree());
    } else if (course.session() == null) {
      openSession();
    } else if (course.phase() == Phase.PREPARING) {
      desk.enter(Phase.LAUNCHING);
    }
  }

  private void prepare() {
    PrepareOrder order =
        new PrepareOrder(desk.project(), desk.input().directory(), desk.input().branch());
    desk.errands()
        .<Repository>start(
            KEY,
            () -> desk.host().prepare(order),
            (repository, trouble) -> {
              if (trouble == null) {
                course.repository(repository);
                desk.enter(EntryKind.GIT, null, "starting from " + repository.branch());
              } else {
                failed("the repository can not be used", trouble);
              }
            });
  }

  private Agent nextWithoutWorktree() {
    return desk.roster().agents().stream()
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
            desk.project(), course.repository(), agent.name(), agent.role().branchPrefix());
    desk.errands()
        .start(
            KEY,
            () -> desk.host().openWorktree(order),
            (worktree, trouble) -> {
              if (trouble == null) {
                agent.worktree(worktree);
              } else if (course.phase() == Phase.PREPARING) {
                failed("no worktree for " + agent.name(), trouble);
              } else if (!trouble.canceled()) {
                supervision.giveUp(agent, trouble.what(), trouble.remedy());
              }
            });
  }

  private void openSession() {
    course.askSession();
    SessionOrder order =
        new SessionOrder(desk.project(), course.repository().directory(), desk.input().windows());
    desk.errands()
        .start(
            KEY,
            () -> desk.host().open(order),
            (session, trouble) -> {
              if (trouble == null) {
                course.session(session);
              } else {
                failed("the session can not be opened", trouble);
              }
            });
  }

  private void failed(String what, Trouble trouble) {
    if (!trouble.canceled()) {
      String remedy = trouble.remedy() == null ? "" : "; " + trouble.remedy();
      FailureKind kind =
          FailureRules.ground(trouble.hindrance(), course.phase() != Phase.PREPARING);
      course.fail(kind, what + ": " + trouble.what() + remedy);
    }
  }
}
