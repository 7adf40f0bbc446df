package dev.orc.workflows.activities;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.List;

/** The host view, level-triggered. */
@ActivityInterface(namePrefix = "watch.")
public interface WatchActivities {
  /**
   * Told what the workflow believes, answers when the host differs, when {@code until} is reached,
   * or at once on any attempt but the first (the worker died in between).
   *
   * <p>What counts as different: another incarnation than believed is ignored; a condition that is
   * not the believed one, except that READY and BUSY count as the same, unless the agent is READY
   * and a delivery to it was deferred since; a turn that broke off, or that no more stands; a
   * completion file that was not there, or was written anew; a session that is gone; more commits
   * than believed, but for that alone it answers only {@code commitsAfter}.
   */
  @ActivityMethod
  HostView watch(WatchOrder order);

  /**
   * @param lead the role whose worktree may hold a completion file; null when there is none
   * @param completionFile what is known of it already; null for nothing
   * @param completionFileAt when what is known was written; null when that is not known
   * @param until answer then at the latest
   * @param commitsAfter from then on new commits are worth an answer
   */
  record WatchOrder(
      String project,
      String lead,
      List<Belief> beliefs,
      String completionFile,
      Instant completionFileAt,
      Instant until,
      Instant commitsAfter) {
    public WatchOrder {
      beliefs = List.copyOf(beliefs);
    }

    /** One that does not know when the completion file was written. */
    public WatchOrder(
        String project,
        String lead,
        List<Belief> beliefs,
        String completionFile,
        Instant until,
        Instant commitsAfter) {
      this(project, lead, beliefs, completionFile, null, until, commitsAfter);
    }
  }

  /**
   * What the workflow believes of one agent.
   *
   * @param waitsForReady whether it has mail that it wants to bring
   * @param worktree where the agent's commits are counted
   * @param base the commit they are counted from
   * @param brokenAt when the turn broke off that is known of; null when none is
   */
  record Belief(
      String role,
      int incarnation,
      Condition condition,
      boolean waitsForReady,
      int commits,
      String driver,
      String worktree,
      String base,
      Instant brokenAt) {
    /** Of one that no broken turn is known of. */
    public Belief(
        String role,
        int incarnation,
        Condition condition,
        boolean waitsForReady,
        int commits,
        String driver,
        String worktree,
        String base) {
      this(role, incarnation, condition, waitsForReady, commits, driver, worktree, base, null);
    }
  }
}
