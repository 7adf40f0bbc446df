package dev.orc.activities.git;

import dev.orc.activities.ActivityErrors;
import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What an orchestration does to git, by git's own program and JGit. Thread-safe. */
public final class GitRepositories implements RepositoryActivities {
  private final GitProgram git;
  private final Duration verifyWithin;
  private final RepositoryLocks locks = new RepositoryLocks();

  /**
   * @param verifyWithin how long one verification command may take
   */
  public GitRepositories(GitProgram git, Duration verifyWithin) {
    this.git = git;
    this.verifyWithin = verifyWithin;
  }

  @Override
  public Repository prepare(PrepareOrder order) {
    return ActivityErrors.translated(
        () -> {
          Repository repository = new RepositoryCheck(git).usable(Path.of(order.directory()));
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
        () -> {
          WorktreeReading reading = new WorktreeReading(git, order.repository().branch());
          Path repository = Path.of(order.repository().directory());
          return order.worktrees().stream()
              .map(worktree -> reading.read(repository, worktree.role(), Path.of(worktree.path())))
              .toList();
        });
  }

  @Override
  public Integration integrate(IntegrationOrder order) {
    return alone(order.repository(), () -> new Integrator(git, order, verifyWithin).integrate());
  }

  private <T> T alone(Repository repository, Supplier<T> work) {
    return ActivityErrors.translated(
        () -> locks.alone(Path.of(repository.directory()), git::heartbeat, work));
  }
}
