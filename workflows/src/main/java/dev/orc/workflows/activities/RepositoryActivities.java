package dev.orc.workflows.activities;

import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.Map;

/** What an orchestration does to git. Every method may be repeated. */
@ActivityInterface(namePrefix = "repository.")
public interface RepositoryActivities {
  /** Looks at the repository and records where the work starts from. */
  @ActivityMethod
  Repository prepare(PrepareOrder order);

  /** Creates a role's worktree, or finds it again; never over anybody's uncommitted work. */
  @ActivityMethod
  Worktree openWorktree(WorktreeOrder order);

  /** Reads what is true of the worktrees. */
  @ActivityMethod
  List<WorktreeState> inspect(InspectOrder order);

  /** Merges the roles' branches, proves the result, moves the starting branch. */
  @ActivityMethod
  Integration integrate(IntegrationOrder order);

  /**
   * @param directory the project's directory as the user gave it
   * @param branch that the work starts from and comes back to; null for the one that is checked out
   */
  record PrepareOrder(String project, String directory, String branch) {
    /** From the branch that is checked out. */
    public PrepareOrder(String project, String directory) {
      this(project, directory, null);
    }
  }

  /**
   * @param branchPrefix as {@code feature/}; the branch is the prefix and the project's slug
   */
  record WorktreeOrder(String project, Repository repository, String role, String branchPrefix) {}

  record InspectOrder(String project, Repository repository, List<Worktree> worktrees) {
    public InspectOrder {
      worktrees = List.copyOf(worktrees);
    }
  }

  /**
   * @param attempt counts the integrations of this orchestration; names branch and backup tag
   * @param worktrees in the order in which their branches are merged
   * @param verify the commands that must pass before the starting branch moves
   * @param heads the commits that alone may be merged, by role; what the roles have committed when
   *     it is merged, where that is empty
   */
  record IntegrationOrder(
      String project,
      Repository repository,
      int attempt,
      List<Worktree> worktrees,
      List<String> verify,
      Map<String, String> heads) {
    public IntegrationOrder {
      worktrees = List.copyOf(worktrees);
      verify = List.copyOf(verify);
      heads = heads == null ? Map.of() : Map.copyOf(heads);
    }

    /** Of whatever the roles have committed. */
    public IntegrationOrder(
        String project,
        Repository repository,
        int attempt,
        List<Worktree> worktrees,
        List<String> verify) {
      this(project, repository, attempt, worktrees, verify, Map.of());
    }
  }

  /**
   * @param head the starting branch's commit afterwards
   * @param backupTag where the starting branch stood before
   * @param merged roles whose branches went in
   * @param conflicts what could not be merged; then nothing was moved
   * @param failedCommand the verification that failed, and the end of what it printed; null when
   *     all passed; when it is given nothing was moved
   * @param note one line that people should know besides, as that somebody else moved the starting
   *     branch; null when there is none
   * @param faults what git can never merge, and whose it is; the others' work went its way
   */
  record Integration(
      boolean moved,
      String head,
      String backupTag,
      List<String> merged,
      List<Conflict> conflicts,
      String failedCommand,
      String failedOutput,
      String note,
      List<Fault> faults) {
    public Integration {
      merged = List.copyOf(merged);
      conflicts = List.copyOf(conflicts);
      faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** One without faults. */
    public Integration(
        boolean moved,
        String head,
        String backupTag,
        List<String> merged,
        List<Conflict> conflicts,
        String failedCommand,
        String failedOutput,
        String note) {
      this(moved, head, backupTag, merged, conflicts, failedCommand, failedOutput, note, List.of());
    }

    /** Without anything to note. */
    public Integration(
        boolean moved,
        String head,
        String backupTag,
        List<String> merged,
        List<Conflict> conflicts,
        String failedCommand,
        String failedOutput) {
      this(moved, head, backupTag, merged, conflicts, failedCommand, failedOutput, null);
    }
  }

  /**
   * What of a role's work git can not work with, however often it is tried.
   *
   * @param remedy for its owner
   */
  record Fault(String role, String what, String remedy) {}

  /** A branch that does not merge, and the files on which it stands against the others. */
  record Conflict(String role, String branch, List<String> files) {
    public Conflict {
      files = List.copyOf(files);
    }
  }
}
