package dev.orc.activities.git;

import dev.orc.activities.failure.ActivityErrors;
import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What an orchestration does to git, by git's own program and JGit. Thread-safe. */
public final class GitRepositories implements RepositoryActivities {
  /** How long one verification command may take, where nobody says otherwise. */
  public static final Duration USUAL_VERIFY = Duration.ofMinutes(30);

  private final GitProgram git;
  private final Duration verifyWithin;
  private final BiConsumer<IntegrationOrder, Integration> integrated;

  /**
   * @param verifyWithin how long one verification command may take
   */
  public GitRepositories(GitProgram git, Duration verifyWithin) {
    this(git, verifyWithin, (order, result) -> {});
  }

  /**
   * @param integrated is told what became of every integration
   */
  public GitRepositories(
      GitProgram git, Duration verifyWithin, BiConsumer<IntegrationOrder, Integration> integrated) {
    this.git = git;
    this.verifyWithin = verifyWithin;
    this.integrated = integrated;
  }

  @Override
  public Repository prepare(PrepareOrder order) {
    return ActivityErrors.translated(
        () -> {
          Repository repository =
              new RepositoryCheck(git).usable(Path.of(order.directory()), order.branch());
          new StartingBranch(git, repository, order.project()).remember(repository.head());
          return repository;
        });
  }

  @Override
  public Worktree openWorktree(WorktreeOrder order) {
    return alone(order.repository(), () -> new WorktreeOpening(git, order).open());
  }

  @Override
  public List<WorktreeState> inspect(InspectOrder order) {
    return ActivityErrors.translated(
        () -> order.worktrees().stream().map(worktree -> read(order, worktree)).toList());
  }

  @Override
  public Integration integrate(IntegrationOrder order) {
    return ActivityErrors.translated(
        () -> {
          Integration result = new Integrator(git, order, verifyWithin).integrate();
          integrated.accept(order, result);
          return result;
        });
  }

  private WorktreeState read(InspectOrder order, Worktree worktree) {
    git.heartbeat();
    Path path = Path.of(worktree.path());
    int commits = new CommitCount().since(path, order.repository().head()).commits();
    return new WorktreeReading(git, order.repository().branch())
        .read(Path.of(order.repository().directory()), worktree.role(), path)
        .withCommits(commits);
  }

  private <T> T alone(Repository repository, Supplier<T> work) {
    return ActivityErrors.translated(
        () -> RepositoryLocks.HOST.alone(Path.of(repository.directory()), git::heartbeat, work));
  }
}
