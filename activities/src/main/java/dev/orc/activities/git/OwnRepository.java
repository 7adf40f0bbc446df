package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Repositories that orc makes, and knows again by what it wrote into their own configuration.
 * Thread-safe.
 */
public final class OwnRepository {
  private static final String MADE = "orc.made";
  private static final String MARK = "orc.spec";

  /** A person's signature, hooks and templates have no part in a commit that orc makes. */
  private static final List<String> ALONE =
      List.of("-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null");

  private final GitProgram git;

  public OwnRepository(GitProgram git) {
    this.git = git;
  }

  /** What it was made for, as {@link #make} was told; empty when orc did not make it. */
  public Optional<String> madeFor(Path directory) {
    if (!Files.isDirectory(directory.resolve(".git"))) {
      return Optional.empty();
    }
    boolean made =
        git.attempt(directory, "config", "--local", "--get", MADE).out().strip().equals("true");
    Ended mark = git.attempt(directory, "config", "--local", "--get", MARK);
    return made && mark.well() ? Optional.of(mark.out().strip()) : Optional.empty();
  }

  /**
   * Makes the directory a repository on branch main, and everything in it the first commit.
   *
   * @param mark what it is made for, in one line
   */
  public void make(Path directory, String mark, String message) {
    git.say(directory, "init", "--quiet", "--template=", "-b", "main", "--object-format=sha1");
    git.say(directory, "config", "--local", MARK, mark);
    git.say(directory, "config", "--local", MADE, "true");
    git.say(directory, "add", "--all", "--force");
    List<String> commit = new ArrayList<>(ALONE);
    commit.addAll(List.of("commit", "--quiet", "--no-verify", "-m", message));
    Ended ended = git.attempt(directory, MergeIdentity.of(git, directory), commit);
    if (!ended.well()) {
      throw new GitFailed("git commit: " + ended.firstLine());
    }
  }

  /** Whether it holds its first commit and nothing else. */
  public boolean untouched(Path directory) {
    return git.say(directory, "rev-list", "--all", "--count").equals("1")
        && unsaved(directory).isEmpty();
  }

  /** Something that nobody committed; empty when there is none. */
  public Optional<String> uncommitted(Path directory) {
    return new WorkingTree(git, directory).uncommitted(1).stream().findFirst();
  }

  /** Has its worktrees found again, after it was moved together with the folder beside it. */
  public void movedWithWorktrees(Path directory) {
    Path folder = WorktreePlaces.beside(real(directory));
    List<String> command = new ArrayList<>(List.of("worktree", "repair"));
    for (Checkout kept : otherCheckouts(directory)) {
      command.add(folder.resolve(kept.path().getFileName()).toString());
    }
    if (command.size() > 2) {
      git.attempt(directory, Map.of(), command);
    }
  }

  private List<Checkout> otherCheckouts(Path directory) {
    return new Checkouts(git, directory).all().stream().skip(1).toList();
  }

  /** A worktree that orc keeps after the work is no reason to keep the project, if it is clean. */
  private Optional<String> unsavedIn(Path directory, Checkout other) {
    if (!new WorktreePlaces(real(directory)).holds(other.path())) {
      return Optional.of("has another worktree, " + other.path());
    }
    if (!other.present()) {
      return Optional.empty();
    }
    if (new WorktreeFaults(git, directory).of("", other.path()).isPresent()) {
      return Optional.of("has a worktree that git can not read, " + other.path());
    }
    boolean merged =
        other.head() == null
            || git.agrees(directory, "merge-base", "--is-ancestor", other.head(), "HEAD");
    return uncommitted(other.path())
        .map(file -> "has a worktree with uncommitted changes, " + other.path() + " (" + file + ")")
        .or(
            () ->
                merged
                    ? Optional.empty()
                    : Optional.of("has a worktree with commits of its own, " + other.path()));
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Work that is in no commit of its main branch, as a sentence without its subject: {@code holds
   * uncommitted changes (a.txt)}; empty when there is none.
   */
  public Optional<String> unsaved(Path directory) {
    Optional<String> file = uncommitted(directory);
    if (file.isPresent()) {
      return Optional.of("holds uncommitted changes (" + file.get() + ")");
    }
    for (Checkout other : otherCheckouts(directory)) {
      Optional<String> work = unsavedIn(directory, other);
      if (work.isPresent()) {
        return work;
      }
    }
    if (!git.say(directory, "stash", "list").isEmpty()) {
      return Optional.of("holds a stash");
    }
    String ahead =
        git.say(
            directory,
            "for-each-ref",
            "--no-merged=HEAD",
            "--format=%(refname:short)",
            "refs/heads");
    return ahead.lines().findFirst().map(branch -> "has a branch that is not merged, " + branch);
  }
}
