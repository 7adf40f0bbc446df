package dev.orc.activities.git;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.process.Ended;
import dev.orc.workflows.model.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The branch that the work starts from and comes back to. Where orc last saw it is noted in a
 * reference of the repository, so that it is seen when somebody else moves it. Thread-safe under
 * the repository's lock.
 */
final class StartingBranch {
  private static final int LONGEST_REASON = 200;

  private final GitProgram git;
  private final Path repository;
  private final String name;
  private final String reference;
  private final String note;
  private final String own;
  private final References references;

  StartingBranch(GitProgram git, Repository repository, String project) {
    this.git = git;
    this.repository = Path.of(repository.directory());
    this.name = repository.branch();
    this.reference = "refs/heads/" + name;
    this.note = "refs/orc/start/" + project;
    this.own = left(project) + name.replace('/', '%'); // a branch a never bars one called a/b
    this.references = new References(git, this.repository);
  }

  String name() {
    return name;
  }

  String tip() {
    return references
        .commit(reference)
        .orElseThrow(
            () ->
                new Refusal(
                    Kind.REFUSED,
                    "the starting branch " + name + " is gone from " + repository,
                    "bring it back: git branch " + name + " COMMIT"));
  }

  void remember(String commit) {
    references.set(note, commit);
    references.set(own, commit);
  }

  /** Below it stands where orc left each branch that it ever started this project from. */
  private static String left(String project) {
    return "refs/orc/left/" + project + "/";
  }

  /** Whether what the commit holds was brought onto another branch than this one before. */
  boolean integratedElsewhere(String commit, String project) {
    return git.say(
            repository,
            "for-each-ref",
            "--contains=" + commit,
            "--format=%(refname)",
            left(project))
        .lines()
        .anyMatch(reference -> !reference.equals(own));
  }

  /** What to say when the branch is not where orc left it; null when it is. */
  String movedByOthers(String tip) {
    Optional<String> left = references.commit(note);
    if (left.isEmpty() || left.get().equals(tip)) {
      return null;
    }
    return "%s was moved by somebody else than orc, from %.8s to %.8s"
        .formatted(name, left.get(), tip);
  }

  /** Refuses while the branch's checkout has changes that a move would run into. */
  void refuseUncommitted() {
    Optional<Checkout> holder = new Checkouts(git, repository).on(name);
    if (holder.isPresent()) {
      List<String> changes = new WorkingTree(git, holder.get().path()).changes(1);
      if (!changes.isEmpty()) {
        refuseMovedUnder(holder.get().path());
        throw new Refusal(
            Kind.REFUSED,
            "branch %s has uncommitted changes in %s (%s) and can not be moved under them"
                .formatted(name, holder.get().path(), changes.get(0)),
            "commit or stash them, then integrate again");
      }
    }
  }

  /** Whoever moved the branch left its checkout behind: to commit that would take it back. */
  private void refuseMovedUnder(Path checkout) {
    Optional<String> left = references.commit(note).filter(commit -> !commit.equals(tip()));
    if (left.isPresent() && git.agrees(checkout, "diff", "--quiet", left.get(), "--")) {
      throw new Refusal(
          Kind.REFUSED,
          "%s; the files in %s are still those of before".formatted(movedByOthers(tip()), checkout),
          "see what came: git log %.8s..%s; to have it in the files, too: git -C %s reset --hard"
              .formatted(left.get(), name, checkout));
    }
  }

  /** Moves the branch forward, with its checkout; false when somebody else moved it meanwhile. */
  boolean move(String from, String to) {
    Optional<Checkout> holder = new Checkouts(git, repository).on(name);
    boolean moved =
        holder.isPresent()
            ? moveCheckout(holder.get().path(), from, to)
            : references.move(reference, from, to);
    if (moved) {
      remember(to);
    }
    return moved;
  }

  /** The files that git names in its refusal, indented by a tab each. */
  private static List<String> inTheWay(String refusal) {
    return refusal.contains("would be overwritten")
        ? refusal.lines().filter(line -> line.startsWith("\t")).map(String::strip).toList()
        : List.of();
  }

  private boolean moveCheckout(Path checkout, String from, String to) {
    refuseUncommitted();
    if (!tip().equals(from)) {
      return false;
    }
    Ended ended =
        git.attempt(checkout, "merge", "--ff-only", "--no-overwrite-ignore", "--quiet", to);
    String now = tip();
    if (ended.well() || !now.equals(from)) {
      return now.equals(to);
    }
    String reason = ended.err().strip().replaceAll("\\s+", " ");
    if (reason.isEmpty()) {
      throw new GitFailed("git merge was killed before it moved " + name);
    }
    List<String> inTheWay = inTheWay(ended.err());
    if (!inTheWay.isEmpty()) {
      throw new Refusal(
          Kind.REFUSED,
          "branch %s can not be moved: files that no commit holds would be overwritten in %s: %s"
              .formatted(name, checkout, String.join(", ", inTheWay)),
          "move them away, or have the branch leave them alone; then integrate again");
    }
    throw new Refusal(
        Kind.REFUSED,
        "branch %s can not be moved in %s: %s"
            .formatted(
                name, checkout, reason.substring(0, Math.min(LONGEST_REASON, reason.length()))),
        "settle that there, then integrate again");
  }
}
