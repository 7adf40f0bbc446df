package dev.orc.activities.git;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.RoleTips.Tip;
import dev.orc.base.process.Ended;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.Worktree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What roles' branches would change in the starting branch: each tip against the commit where both
 * parted, by git's plumbing, which no configuration changes. Thread-safe.
 */
public final class BranchDiffs {
  /** In characters; git's output is kept whole far beyond it. */
  private static final int LONGEST = 8 * 1024 * 1024;

  /** Nobody's own programs are run to show a difference. */
  private static final List<String> PLUMBING =
      List.of("diff-tree", "-r", "-M", "--no-ext-diff", "--no-textconv", "--no-color");

  private final GitProgram git;

  public BranchDiffs(GitProgram git) {
    this.git = git;
  }

  /**
   * In the order of the worktrees; a role that committed elsewhere too has one for each place.
   *
   * @param startingBranch its short name
   * @throws Refusal when the repository or the starting branch is not there
   */
  public List<BranchDiff> of(
      String project, Path directory, String startingBranch, List<Worktree> worktrees) {
    Path repository = new RepositoryCheck(git).root(directory);
    return new Comparison(project, repository, startingBranch).of(worktrees);
  }

  /**
   * The same with their lines.
   *
   * @throws Refusal also when they are too many to be shown
   */
  public List<BranchPatch> patches(
      String project, Path directory, String startingBranch, List<Worktree> worktrees) {
    Path repository = new RepositoryCheck(git).root(directory);
    List<BranchPatch> patches = new ArrayList<>();
    long length = 0;
    for (BranchDiff diff : new Comparison(project, repository, startingBranch).of(worktrees)) {
      String text = diff.fault() == null ? patch(repository, diff) : "";
      length += text.length();
      if (length > LONGEST) {
        throw tooLong(repository, diff);
      }
      patches.add(new BranchPatch(diff, text));
    }
    return patches;
  }

  private String patch(Path repository, BranchDiff diff) {
    return plumbing(repository, diff.base(), diff.tip(), List.of("-p"));
  }

  private String plumbing(Path repository, String base, String tip, List<String> how) {
    List<String> arguments = new ArrayList<>(List.of("-c", "core.quotePath=false"));
    arguments.addAll(PLUMBING);
    arguments.addAll(how);
    arguments.addAll(List.of(base, tip, "--"));
    Ended ended = git.attempt(repository, arguments.toArray(String[]::new));
    if (!ended.well()) {
      throw new GitFailed("git diff-tree: " + ended.firstLine());
    }
    return ended.out();
  }

  private static Refusal tooLong(Path repository, BranchDiff diff) {
    return new Refusal(
        Kind.REFUSED,
        "the changes up to those of " + diff.role() + " are too long to be shown here",
        "name one role, see the files alone with --stat, or: git -C '"
            + repository
            + "' diff "
            + diff.base()
            + " "
            + diff.tip());
  }

  /** One look at a repository. */
  private final class Comparison {
    private final String project;
    private final Path repository;
    private final References references;
    private final String start;

    Comparison(String project, Path repository, String startingBranch) {
      this.project = project;
      this.repository = repository;
      this.references = new References(git, repository);
      this.start = StartingPoint.of(references, repository, startingBranch);
    }

    List<BranchDiff> of(List<Worktree> worktrees) {
      List<BranchDiff> diffs = new ArrayList<>();
      worktrees.forEach(worktree -> diffs.addAll(of(worktree)));
      return diffs;
    }

    private List<BranchDiff> of(Worktree worktree) {
      RoleWork work =
          new RoleWork.Reading(git, repository, List.of(worktree), this::isOwn).from(start);
      List<BranchDiff> diffs = new ArrayList<>();
      work.tips().forEach(tip -> diffs.add(of(tip)));
      for (Fault fault : work.faults()) {
        diffs.add(BranchDiff.faulty(worktree.role(), worktree.branch(), fault.what()));
      }
      if (diffs.isEmpty()) {
        diffs.add(BranchDiff.faulty(worktree.role(), worktree.branch(), missing(worktree)));
      }
      return diffs;
    }

    /** Of a project that is over, the role's usual place may be another's by now. */
    private boolean isOwn(Worktree worktree) {
      return new Ownership().holds(Path.of(worktree.path()), project);
    }

    private BranchDiff of(Tip tip) {
      String base = git.say(repository, "merge-base", start, tip.commit());
      String listing =
          plumbing(repository, base, tip.commit(), List.of("-z", "--raw", "--numstat"));
      return new BranchDiff(
          tip.role(),
          tip.name(),
          base,
          tip.commit(),
          references.commitsSince(tip.commit(), start),
          ChangedFiles.of(listing),
          null);
    }

    private static String missing(Worktree worktree) {
      return worktree.branch() == null
          ? "it has no branch"
          : "there is no branch " + worktree.branch() + " with a commit";
    }
  }
}
