package dev.orc.activities.git;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.process.Ended;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens one role's worktree: found again where it is, otherwise made, each way of making it tried
 * after the other. For one use, under the repository's lock.
 */
final class WorktreeOpening {
  private final GitProgram git;
  private final WorktreeOrder order;
  private final Path repository;
  private final Checkouts checkouts;
  private final Ownership ownership;
  private final List<String> failures = new ArrayList<>();

  WorktreeOpening(GitProgram git, WorktreeOrder order) {
    this.git = git;
    this.order = order;
    this.repository = Path.of(order.repository().directory());
    this.checkouts = new Checkouts(git, repository);
    this.ownership = new Ownership();
  }

  Worktree open() {
    Excludes.write(repository);
    Path place = new WorktreePlaces(repository).of(order.role(), order.project(), checkouts);
    Worktree worktree = find(place).orElseGet(() -> make(place));
    ownership.note(place, order.project());
    return worktree;
  }

  private Optional<Worktree> find(Path place) {
    if (checkouts.at(place).isEmpty() && Files.isRegularFile(place.resolve(".git"))) {
      // The repository was moved together with its worktrees: git can mend its notes.
      git.attempt(repository, "worktree", "repair", place.toString());
      checkouts.again();
    }
    Optional<Checkout> found = checkouts.at(place);
    if (found.isPresent() && found.get().halfMade()) {
      new HalfMade(git, repository, checkouts, HalfMade.PATIENCE).clear(place);
      found = checkouts.again().at(place);
    }
    return found.filter(Checkout::present).map(checkout -> made(place, checkout.branch(), "found"));
  }

  private Worktree make(Path place) {
    refuseWhatIsInTheWay(place);
    if (!checkouts.all().stream().allMatch(Checkout::present)) {
      git.attempt(repository, "worktree", "prune");
    }
    BranchNames names = new BranchNames(git, repository);
    String branch = names.of(order.branchPrefix(), order.project(), order.role());
    String own = BranchNames.own(branch, order.role());
    if (add(place, branch, false)) {
      return made(place, branch, "plain");
    }
    if (add(place, branch, true)) {
      return made(place, branch, "forced");
    }
    if (add(place, own, false) || add(place, own, true)) {
      return made(place, own, "own-branch");
    }
    if (tried(place, List.of("--detach", place.toString(), order.repository().head()))) {
      return made(place, null, "detached");
    }
    throw new GitFailed("no worktree for " + order.role() + ": " + failures.get(0));
  }

  private Worktree made(Path place, String branch, String how) {
    catchUp(place);
    return new Worktree(order.role(), place.toString(), branch, how);
  }

  /** Forcing serves against stale notes of git's alone: a branch that is in use stays refused. */
  private boolean add(Path place, String branch, boolean force) {
    if (checkouts.on(branch).isPresent()) {
      failures.add(branch + " is checked out elsewhere");
      return false;
    }
    List<String> arguments = new ArrayList<>();
    if (force) {
      arguments.addAll(List.of("--force", "--force"));
    }
    if (new References(git, repository).commit("refs/heads/" + branch).isPresent()) {
      arguments.addAll(List.of(place.toString(), branch));
    } else {
      arguments.addAll(List.of("-b", branch, place.toString(), order.repository().head()));
    }
    return tried(place, arguments);
  }

  private boolean tried(Path place, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("worktree", "add", "--quiet"));
    command.addAll(arguments);
    Ended ended = git.attempt(repository, Map.of(), command);
    if (ended.well() || whole(place)) {
      return true;
    }
    failures.add(place + ": " + ended.firstLine());
    return false;
  }

  /** A failing hook of the person's makes git complain about a checkout that is complete. */
  private boolean whole(Path place) {
    return checkouts
        .again()
        .at(place)
        .filter(checkout -> checkout.present() && !checkout.halfMade())
        .isPresent();
  }

  /**
   * Brings a checkout without work of its own to where the orchestration starts from. One whose
   * work has come to another branch begins anew, or it would carry that branch over to this one.
   */
  private void catchUp(Path place) {
    String start = order.repository().head();
    String head = GitFiles.of(place).head();
    if (start.equals(head) || !new WorkingTree(git, place).uncommitted(1).isEmpty()) {
      return;
    }
    Ended ended =
        git.attempt(place, "merge", "--ff-only", "--no-overwrite-ignore", "--quiet", start);
    boolean apart = !ended.well() && !new References(git, repository).holds(head, start);
    if (apart
        && new StartingBranch(git, order.repository(), order.project())
            .integratedElsewhere(head, order.project())) {
      git.attempt(place, "reset", "--keep", "--quiet", start);
    }
  }

  static void refuseWhatIsInTheWay(Path place) {
    if (Files.notExists(place)) {
      return;
    }
    try (Stream<Path> inside = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
      if (inside.findAny().isPresent()) {
        throw new Refusal(
            Kind.REFUSED,
            place + " is in the way of a worktree and is not one",
            "move it away, or remove it when nobody needs it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
