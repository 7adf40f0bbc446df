package dev.orc.activities.git;

import dev.orc.activities.git.RoleTips.Tip;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.model.Worktree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the roles have committed, as it was when it was looked at. Immutable.
 *
 * @param tips all that can be merged
 * @param pending those of them that the starting branch lacks
 * @param faults what can never be merged, and why
 */
record RoleWork(List<Tip> tips, List<Tip> pending, List<Fault> faults) {
  RoleWork {
    tips = List.copyOf(tips);
    pending = List.copyOf(pending);
    faults = List.copyOf(faults);
  }

  /** Whether there is something that was not there before. */
  boolean moreThan(RoleWork before) {
    return !before.tips.containsAll(pending);
  }

  /** Looks at it; again and again, if need be. Thread-safe. */
  static final class Reading {
    private final References references;
    private final RoleTips roleTips;
    private final WorktreeFaults faulty;
    private final List<Worktree> worktrees;

    Reading(GitProgram git, Path repository, List<Worktree> worktrees) {
      this.references = new References(git, repository);
      this.roleTips = new RoleTips(git, references);
      this.faulty = new WorktreeFaults(git, repository);
      this.worktrees = List.copyOf(worktrees);
    }

    RoleWork from(String start) {
      List<Tip> tips = new ArrayList<>();
      List<Fault> faults = new ArrayList<>();
      for (Worktree worktree : worktrees) {
        Optional<Fault> broken = faulty.of(worktree.role(), Path.of(worktree.path()));
        broken.ifPresent(faults::add);
        for (Tip tip : broken.isPresent() ? roleTips.ofBranch(worktree) : roleTips.of(worktree)) {
          Optional<Fault> alien = faulty.of(tip, start);
          alien.ifPresent(faults::add);
          if (alien.isEmpty()) {
            tips.add(tip);
          }
        }
      }
      return new RoleWork(
          tips, tips.stream().filter(t -> !references.holds(start, t.commit())).toList(), faults);
    }
  }
}
