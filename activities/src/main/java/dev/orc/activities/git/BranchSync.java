package dev.orc.activities.git;

import dev.orc.activities.git.MergeOutlook.Outlook;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.model.MergeForecast;
import dev.orc.workflows.model.RoleSync;
import dev.orc.workflows.model.SyncStatus;
import dev.orc.workflows.model.Worktree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How roles' branches stand to the starting branch and to each other: commits counted by JGit,
 * files asked of git, merges foreseen. Changes nothing. Thread-safe.
 */
public final class BranchSync {
  private static final int FEW = 20;

  private final GitProgram git;
  private final MergeOutlook outlook;

  public BranchSync(GitProgram git) {
    this.git = git;
    this.outlook = new MergeOutlook(git);
  }

  /**
   * @param startingBranch its short name
   * @throws dev.orc.activities.failure.Refusal when the repository or the starting branch is not
   *     there
   */
  public SyncStatus of(
      String project, Path directory, String startingBranch, List<Worktree> worktrees) {
    Path repository = new RepositoryCheck(git).root(directory);
    References references = new References(git, repository);
    String start = StartingPoint.of(references, repository, startingBranch);
    RoleReading reading = new RoleReading(project, repository, references, start);
    List<RoleSync> roles = worktrees.parallelStream().map(reading::of).toList();
    Optional<String> unable = outlook.unable(repository);
    List<MergeForecast> forecasts =
        unable.isPresent() ? List.of() : forecasts(repository, start, roles);
    return new SyncStatus(
        project, startingBranch, start, false, roles, forecasts, unable.orElse(null));
  }

  /** A role without commits of its own merges with others as the starting branch does. */
  private List<MergeForecast> forecasts(Path repository, String start, List<RoleSync> roles) {
    List<RoleSync> ahead = roles.stream().filter(role -> role.ahead() > 0).toList();
    List<Supplier<MergeForecast>> asked = new ArrayList<>();
    for (RoleSync role : ahead) {
      asked.add(() -> forecast(role, null, outlook.of(repository, role.tip(), start)));
    }
    for (int i = 0; i < ahead.size(); i++) {
      RoleSync one = ahead.get(i);
      for (RoleSync other : ahead.subList(i + 1, ahead.size())) {
        asked.add(
            () -> forecast(one, other.role(), outlook.of(repository, one.tip(), other.tip())));
      }
    }
    return asked.parallelStream().map(Supplier::get).toList();
  }

  private static MergeForecast forecast(RoleSync first, String second, Outlook found) {
    return new MergeForecast(first.role(), second, found.conflicts(), found.fault());
  }

  /** Reads roles, several at once. Thread-safe. */
  private final class RoleReading {
    private final String project;
    private final Path repository;
    private final References references;
    private final String start;

    RoleReading(String project, Path repository, References references, String start) {
      this.project = project;
      this.repository = repository;
      this.references = references;
      this.start = start;
    }

    RoleSync of(Worktree worktree) {
      Path path = Path.of(worktree.path());
      return new Ownership().holds(path, project) ? inPlace(worktree, path) : ofBranch(worktree);
    }

    private RoleSync inPlace(Worktree worktree, Path path) {
      return CheckoutStatus.of(git, path)
          .map(
              status ->
                  counted(worktree.role(), status.branch(), status.head(), status.uncommitted()))
          .orElseGet(() -> faulty(worktree, fault(worktree, path)));
    }

    private String fault(Worktree worktree, Path path) {
      return new WorktreeFaults(git, repository)
          .of(worktree.role(), path)
          .map(Fault::what)
          .orElse("git can not tell how " + path + " stands");
    }

    private RoleSync ofBranch(Worktree worktree) {
      String branch = worktree.branch();
      return Optional.ofNullable(branch)
          .flatMap(name -> references.commit("refs/heads/" + name))
          .map(tip -> counted(worktree.role(), branch, tip, List.of()))
          .orElseGet(
              () ->
                  faulty(
                      worktree,
                      branch == null
                          ? "it has no branch"
                          : "there is no worktree and no branch " + branch));
    }

    private RoleSync counted(String role, String branch, String tip, List<String> files) {
      return new RoleSync(
          role,
          branch,
          tip,
          references.commitsSince(tip, start),
          references.commitsSince(start, tip),
          files.size(),
          files.subList(0, Math.min(FEW, files.size())),
          null);
    }

    private RoleSync faulty(Worktree worktree, String what) {
      return new RoleSync(worktree.role(), worktree.branch(), null, 0, 0, 0, List.of(), what);
    }
  }
}
