package dev.orc.activities.git;

import dev.orc.activities.git.RoleTips.Tip;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What of a role's worktree or branch git can not work with, however often it is tried.
 * Thread-safe.
 */
final class WorktreeFaults {
  private final GitProgram git;
  private final Path repository;

  WorktreeFaults(GitProgram git, Path repository) {
    this.git = git;
    this.repository = repository;
  }

  /** Of a worktree whose files are there. */
  Optional<Fault> of(String role, Path path) {
    if (Files.notExists(path.resolve(".git"))) {
      return Optional.empty();
    }
    if (!git.agrees(path, "rev-parse", "--git-dir")) {
      return Optional.of(
          new Fault(
              role,
              "git knows the worktree " + path + " no more",
              "in it: git worktree repair; if that does not help, move its files away, have the"
                  + " worktree made again (orc rebrief) and bring them back"));
    }
    if (!git.agrees(path, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")) {
      String branch = git.attempt(path, "symbolic-ref", "--quiet", "--short", "HEAD").out().strip();
      return Optional.of(
          new Fault(
              role,
              "the worktree " + path + " is on " + branch + ", a branch without a commit",
              "commit or keep what is in it, then go back to the role's own branch: git switch"));
    }
    return Optional.empty();
  }

  /** Of work that shares no beginning with the starting branch. */
  Optional<Fault> of(Tip tip, String start) {
    return git.agrees(repository, "merge-base", start, tip.commit())
        ? Optional.empty()
        : Optional.of(
            new Fault(
                tip.role(),
                tip.name()
                    + " has another beginning than the starting branch: it can not be merged",
                "bring its commits onto the starting branch: git rebase --onto, or git cherry-pick"));
  }
}
