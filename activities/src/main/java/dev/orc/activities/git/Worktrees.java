package dev.orc.activities.git;

import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The worktrees of a repository, as people list them and tidy them up. Thread-safe. */
public final class Worktrees {
  private final GitProgram git;

  public Worktrees(GitProgram git) {
    this.git = git;
  }

  /** What is true of every worktree that lies beside the repository. */
  public List<WorktreeState> states(Path directory, String startingBranch) {
    Path repository = new RepositoryCheck(git).root(directory);
    WorktreeReading reading = new WorktreeReading(git, startingBranch);
    return ours(repository)
        .map(path -> reading.read(repository, WorktreePlaces.role(path), path))
        .toList();
  }

  /**
   * Removes the worktrees that hold nothing which the starting branch lacks, with their branches.
   *
   * @param inUse the worktrees that must stay, as those of living agents
   * @return those that were removed, as they were before
   */
  public List<WorktreeState> prune(
      Path directory, String startingBranch, Predicate<WorktreeState> inUse) {
    Path repository = new RepositoryCheck(git).root(directory);
    return RepositoryLocks.HOST.alone(
        repository, git::heartbeat, () -> pruneAlone(repository, startingBranch, inUse));
  }

  private List<WorktreeState> pruneAlone(
      Path repository, String startingBranch, Predicate<WorktreeState> inUse) {
    List<WorktreeState> removed = new ArrayList<>();
    for (WorktreeState state : states(repository, startingBranch)) {
      if (state.present() && state.clean() && state.ahead() == 0 && !inUse.test(state)) {
        if (remove(repository, startingBranch, state)) {
          removed.add(state);
        }
      }
    }
    git.attempt(repository, "worktree", "prune");
    return removed;
  }

  private Stream<Path> ours(Path repository) {
    WorktreePlaces places = new WorktreePlaces(repository);
    return new Checkouts(git, repository).all().stream().map(Checkout::path).filter(places::holds);
  }

  private boolean remove(Path repository, String startingBranch, WorktreeState state) {
    References references = new References(git, repository);
    // Without force: git itself refuses should somebody have written there since.
    if (!git.agrees(repository, "worktree", "remove", state.path())) {
      return false;
    }
    String branch = "refs/heads/" + state.branch();
    String start = references.commit("refs/heads/" + startingBranch).orElse(null);
    if (state.branch() != null && start != null) {
      references
          .commit(branch)
          .filter(commit -> references.holds(start, commit))
          .ifPresent(commit -> references.delete(branch));
    }
    return true;
  }
}
