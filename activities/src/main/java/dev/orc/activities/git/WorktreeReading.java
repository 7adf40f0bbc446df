package dev.orc.activities.git;

import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what is true of worktrees against the starting branch. Thread-safe. */
final class WorktreeReading {
  private static final int FEW = 20;

  private final GitProgram git;
  private final String startingBranch;

  WorktreeReading(GitProgram git, String startingBranch) {
    this.git = git;
    this.startingBranch = startingBranch;
  }

  WorktreeState read(Path repository, String role, Path path) {
    if (Files.notExists(path.resolve(".git"))) {
      return new WorktreeState(role, path.toString(), null, null, false, List.of(), 0, 0);
    }
    Optional<Fault> fault = new WorktreeFaults(git, repository).of(role, path);
    if (fault.isPresent()) {
      return new WorktreeState(role, path.toString(), null, null, true, List.of(), 0, 0)
          .withFault(fault.get().what());
    }
    String branch = git.attempt(path, "symbolic-ref", "--quiet", "--short", "HEAD").out().strip();
    List<String> uncommitted = new WorkingTree(git, path).uncommitted(FEW);
    try (History history = History.of(repository)) {
      String head = git.say(path, "rev-parse", "HEAD");
      String start = history.commit("refs/heads/" + startingBranch);
      return new WorktreeState(
          role,
          path.toString(),
          branch.isEmpty() ? null : branch,
          head,
          true,
          uncommitted,
          start == null ? 0 : history.since(head, start).commits(),
          start == null ? 0 : history.since(start, head).commits());
    }
  }
}
