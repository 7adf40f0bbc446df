package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Path;
import java.util.List;

/** What roles have left in their worktrees that the branch checked out does not hold. Stateless. */
public final class LeftWork {
  private static final int FEW = 10;

  private final GitProgram git;

  public LeftWork(GitProgram git) {
    this.git = git;
  }

  /**
   * One worktree.
   *
   * @param newest the subjects of its newest commits
   */
  public record Left(WorktreeState state, List<String> newest) {
    public Left {
      newest = List.copyOf(newest);
    }
  }

  /** Of every worktree beside the repository; none while it is on no branch. */
  public List<Left> of(Path directory) {
    Path root = new RepositoryCheck(git).root(directory);
    Ended branch = git.attempt(root, "symbolic-ref", "--quiet", "--short", "HEAD");
    if (!branch.well()) {
      return List.of();
    }
    try (History history = History.of(root)) {
      String start = history.commit("refs/heads/" + branch.out().strip());
      return new Worktrees(git)
          .states(root, branch.out().strip()).stream()
              .map(state -> new Left(state, newest(history, state, start)))
              .toList();
    }
  }

  private static List<String> newest(History history, WorktreeState state, String start) {
    return start == null || state.ahead() == 0
        ? List.of()
        : history.subjects(state.head(), start, FEW);
  }
}
