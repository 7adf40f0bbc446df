package dev.orc.activities.git;

import dev.orc.activities.git.RoleTips.Tip;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.model.Worktree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
    private final Map<String, String> heads;
    private final Predicate<Worktree> own;

    /**
     * @param heads the commits that alone count, by role; all that there is where that is empty
     */
    Reading(GitProgram git, Path repository, List<Worktree> worktrees, Map<String, String> heads) {
      this(git, repository, worktrees, heads, worktree -> true);
    }

    /**
     * @param own whether the checkout at a worktree's path is still the role's; else its branch
     *     alone counts
     */
    Reading(GitProgram git, Path repository, List<Worktree> worktrees, Predicate<Worktree> own) {
      this(git, repository, worktrees, Map.of(), own);
    }

    private Reading(
        GitProgram git,
        Path repository,
        List<Worktree> worktrees,
        Map<String, String> heads,
        Predicate<Worktree> own) {
      this.references = new References(git, repository);
      this.roleTips = new RoleTips(git, references);
      this.faulty = new WorktreeFaults(git, repository);
      this.worktrees = List.copyOf(worktrees);
      this.heads = Map.copyOf(heads);
      this.own = own;
    }

    RoleWork from(String start) {
      List<Tip> tips = new ArrayList<>();
      List<Fault> faults = new ArrayList<>();
      for (Worktree worktree : worktrees) {
        Optional<Fault> broken =
            own.test(worktree)
                ? faulty.of(worktree.role(), Path.of(worktree.path()))
                : Optional.empty();
        broken.ifPresent(faults::add);
        boolean branchAlone = broken.isPresent() || !own.test(worktree);
        for (Tip tip : tips(worktree, branchAlone)) {
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

    private List<Tip> tips(Worktree worktree, boolean broken) {
      if (heads.isEmpty()) {
        return broken ? roleTips.ofBranch(worktree) : roleTips.of(worktree);
      }
      String commit = heads.get(worktree.role());
      String name = worktree.branch() == null ? worktree.role() : worktree.branch();
      return commit == null ? List.of() : List.of(new Tip(worktree.role(), name, commit));
    }
  }
}
