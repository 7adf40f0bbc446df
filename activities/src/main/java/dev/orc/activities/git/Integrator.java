package dev.orc.activities.git;

import dev.orc.activities.git.RoleTips.Tip;
import dev.orc.base.process.Ended;
import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings the roles' branches onto the starting branch: all of them, proved, or nothing. May be cut
 * off and repeated at any point. For one use.
 */
final class Integrator {
  /** Somebody may move the starting branch while the work is proved; then it is merged again. */
  private static final int ROUNDS = 5;

  private static final int ABBREVIATED = 8;

  private final GitProgram git;
  private final IntegrationOrder order;
  private final Path repository;
  private final Path place;
  private final Duration verifyWithin;
  private final StartingBranch branch;
  private final References references;
  private final RoleWork.Reading roleWork;
  private final IntegrationTree tree;
  private final String tag;

  Integrator(GitProgram git, IntegrationOrder order, Duration verifyWithin) {
    this.repository = Path.of(order.repository().directory());
    this.place = new WorktreePlaces(repository).integration(order.project());
    String name = name(order);
    this.git = git;
    this.order = order;
    this.verifyWithin = verifyWithin;
    this.branch = new StartingBranch(git, order.repository(), order.project());
    this.references = new References(git, repository);
    this.roleWork = new RoleWork.Reading(git, repository, order.worktrees(), order.heads());
    this.tree = new IntegrationTree(git, repository, place, "orc/integration/" + name);
    this.tag = "orc/backup/" + name;
  }

  /**
   * As {@code shop-3f2a91cc-1}: a later orchestration of the same name starts from another commit,
   * and so never takes the place of this one's backup.
   */
  static String name(IntegrationOrder order) {
    String head = order.repository().head();
    String from = head.substring(0, Math.min(ABBREVIATED, head.length()));
    return order.project() + "-" + from + "-" + order.attempt();
  }

  /** One at a time for an orchestration; the repository itself is free while commands prove it. */
  Integration integrate() {
    return RepositoryLocks.HOST.alone(place, git::heartbeat, this::inRounds);
  }

  private Integration inRounds() {
    for (int round = 1; round <= ROUNDS; round++) {
      try {
        Optional<Integration> result = once(round == ROUNDS);
        if (result.isPresent()) {
          return result.get();
        }
      } finally {
        changeAlone(tree::remove);
      }
    }
    throw new GitFailed(branch.name() + " is moved again and again while work is merged into it");
  }

  /**
   * Empty when the starting branch was moved by somebody else in between, or somebody committed
   * while it was proved; the last time that is left to a later integration.
   */
  private Optional<Integration> once(boolean last) {
    String start = branch.tip();
    RoleWork work = roleWork.from(start);
    List<Tip> pending = work.pending();
    Result result = new Result(start, work, branch.movedByOthers(start));
    if (pending.isEmpty()) {
      return Optional.of(nothingToMerge(result));
    }
    branch.refuseUncommitted();
    List<Conflict> conflicts = alone(() -> mergeFrom(start, pending));
    if (!conflicts.isEmpty()) {
      return Optional.of(result.unmoved(conflicts, null));
    }
    String head = tree.head(); // what a command of the proof may commit is not part of it
    Optional<Failure> failure = verify();
    if (failure.isPresent()) {
      return Optional.of(result.unmoved(List.of(), failure.get()));
    }
    if (!last && roleWork.from(start).moreThan(work)) {
      return Optional.empty();
    }
    return alone(() -> branch.move(start, head))
        ? Optional.of(result.moved(head))
        : Optional.empty();
  }

  private <T> T alone(Supplier<T> change) {
    return RepositoryLocks.HOST.alone(repository, git::heartbeat, change);
  }

  private void changeAlone(Runnable change) {
    RepositoryLocks.HOST.alone(repository, git::heartbeat, change);
  }

  /** Either there is no work, or an earlier attempt that was cut off had moved the branch. */
  private Integration nothingToMerge(Result result) {
    Optional<String> backup = backup(result.start);
    if (backup.isEmpty() || backup.get().equals(result.start)) {
      if (!order.verify().isEmpty()) {
        changeAlone(() -> tree.open(result.start));
      }
      Failure failure = verify().orElse(null);
      return result.unmoved(List.of(), failure);
    }
    branch.remember(result.start);
    return result.moved(result.start);
  }

  private List<Conflict> mergeFrom(String start, List<Tip> pending) {
    backUp(start);
    tree.open(start);
    List<Conflict> conflicts = new ArrayList<>();
    for (Tip tip : pending) {
      git.heartbeat();
      List<String> files = tree.merge(tip, branch.name());
      if (!files.isEmpty()) {
        conflicts.add(new Conflict(tip.role(), tip.name(), files));
      }
    }
    return conflicts;
  }

  private Optional<Failure> verify() {
    for (String command : order.verify()) {
      Ended ended = tree.verify(command, verifyWithin);
      if (!ended.well()) {
        String end = ended.timedOut() ? "\nended after " + verifyWithin.toSeconds() + " s" : "";
        return Optional.of(new Failure(command, ended.out() + end));
      }
    }
    return Optional.empty();
  }

  /**
   * Where this integration found the starting branch; empty when none was begun. A tag of the same
   * name from an earlier orchestration stands before the commit that this one started from.
   */
  private Optional<String> backup(String start) {
    return references
        .commit("refs/tags/" + tag)
        .filter(commit -> references.holds(start, commit))
        .filter(commit -> references.holds(commit, order.repository().head()));
  }

  private void backUp(String start) {
    if (backup(start).isEmpty()) {
      references.set("refs/tags/" + tag, start);
    }
  }

  /** A verification that did not pass. */
  private record Failure(String command, String output) {}

  /** Words the answer for one round. */
  private final class Result {
    private final String start;
    private final RoleWork work;
    private final String note;

    Result(String start, RoleWork work, String note) {
      this.start = start;
      this.work = work;
      this.note = note;
    }

    Integration moved(String head) {
      String before = backup(head).orElse(start);
      List<String> merged =
          work.tips().stream()
              .filter(tip -> !references.holds(before, tip.commit()))
              .map(Tip::role)
              .distinct()
              .toList();
      return new Integration(
          !merged.isEmpty(), head, tag, merged, List.of(), null, null, note, work.faults());
    }

    Integration unmoved(List<Conflict> conflicts, Failure failure) {
      references
          .commit("refs/tags/" + tag)
          .filter(start::equals)
          .ifPresent(commit -> references.delete("refs/tags/" + tag));
      return new Integration(
          false,
          start,
          null,
          List.of(),
          conflicts,
          failure == null ? null : failure.command(),
          failure == null ? null : failure.output(),
          note,
          work.faults());
    }
  }
}
