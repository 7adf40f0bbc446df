package dev.orc.activities.git;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.process.Ended;
import dev.orc.workflows.model.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Says whether a team can work on a repository, and where its work would start from. Changes
 * nothing. Thread-safe.
 */
public final class RepositoryCheck {
  /** What git leaves in its folder while something is under way. */
  private static final Map<String, String> UNDER_WAY =
      Map.of(
          "MERGE_HEAD", "merge",
          "rebase-merge", "rebase",
          "rebase-apply", "rebase",
          "CHERRY_PICK_HEAD", "cherry-pick",
          "REVERT_HEAD", "revert",
          "BISECT_LOG", "bisect");

  private final GitProgram git;

  public RepositoryCheck(GitProgram git) {
    this.git = git;
  }

  /**
   * The repository that the directory lies in, from the branch that is checked out.
   *
   * @throws Refusal saying why no team can work on it, and what to do about it
   */
  public Repository usable(Path directory) {
    return usable(directory, null);
  }

  /**
   * The same from a branch that need not be checked out: nobody's files are switched for it.
   *
   * @param from null for the branch that is checked out
   */
  public Repository usable(Path directory, String from) {
    Path root = root(directory);
    refuseShallow(root);
    Ended symbolic = git.attempt(root, "symbolic-ref", "--quiet", "--short", "HEAD");
    String branch = symbolic.well() ? symbolic.out().strip() : null;
    return from == null || from.equals(branch) ? checkedOut(root, branch) : apart(root, from);
  }

  private Repository checkedOut(Path root, String branch) {
    refuseUnderWay(root);
    if (branch == null) {
      throw refused(
          root + " is on no branch (its HEAD is detached)",
          "check out the branch that the work is to start from: git switch BRANCH");
    }
    Ended head = git.attempt(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    if (!head.well()) {
      throw refused(
          root + " has no commit yet",
          "make the first one: git add . && git commit -m 'Begin', or with --allow-empty");
    }
    refuseUncommitted(root, branch);
    return sound(root, branch, head.out().strip());
  }

  /** A branch that another checkout may be on, or none. */
  private Repository apart(Path root, String branch) {
    String head =
        new References(git, root)
            .commit("refs/heads/" + branch)
            .orElseThrow(() -> withoutBranch(root, branch));
    new Checkouts(git, root).on(branch).ifPresent(on -> refuseUncommitted(on.path(), branch));
    return sound(root, branch, head);
  }

  private Repository sound(Path root, String branch, String head) {
    refuseUnreadable(root, head);
    refuseNoRoomBeside(root);
    return new Repository(root.toString(), branch, head);
  }

  private Refusal withoutBranch(Path root, String branch) {
    String far =
        git.say(root, "for-each-ref", "--format=%(refname:short)", "refs/remotes/*/" + branch)
            .lines()
            .findFirst()
            .orElse("COMMIT");
    return new Refusal(
        Kind.NOT_FOUND,
        root + " has no branch " + branch,
        "make it: git -C " + root + " branch " + branch + " " + far);
  }

  /** The root of the working tree that the directory lies in. */
  public Path root(Path directory) {
    Path real = realDirectory(directory);
    Ended bare = git.attempt(real, "rev-parse", "--is-bare-repository");
    if (!bare.well()) {
      throw notRepository(real, bare);
    }
    Ended inside = git.attempt(real, "rev-parse", "--is-inside-work-tree");
    if (bare.out().strip().equals("true")) {
      throw refused(
          real + " is a bare repository: it has no files to work on",
          "clone it and name the clone: git clone " + real.getFileName() + " somewhere");
    }
    if (!inside.out().strip().equals("true")) {
      throw refused(real + " lies inside a .git folder", "name the folder that holds the sources");
    }
    return realDirectory(Path.of(git.say(real, "rev-parse", "--show-toplevel")));
  }

  private static Path realDirectory(Path directory) {
    if (!Files.exists(directory)) {
      throw new Refusal(
          Kind.NOT_FOUND, directory + " does not exist", "name the repository with --project DIR");
    }
    if (!Files.isDirectory(directory)) {
      throw new Refusal(
          Kind.USAGE, directory + " is not a folder", "name the repository with --project DIR");
    }
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal notRepository(Path directory, Ended ended) {
    if (ended.err().contains("dubious ownership")) {
      return refused(
          directory + " belongs to another user and git does not trust it",
          "git config --global --add safe.directory '" + directory + "'");
    }
    if (ended.err().contains("not a git repository")) {
      return refused(
          directory + " is not in a git repository",
          "make it one (git init, then a first commit), name another with --project DIR, or let orc make a"
              + " new one with --new-project");
    }
    return refused(
        "git can not read " + directory + ": " + ended.firstLine(),
        "see what 'git status' says there");
  }

  private void refuseShallow(Path root) {
    if (git.say(root, "rev-parse", "--is-shallow-repository").equals("true")) {
      throw refused(
          root + " is a shallow clone: branches can not be merged in it",
          "fetch the rest of its history: git fetch --unshallow");
    }
  }

  private void refuseUnderWay(Path root) {
    Path folder = root.resolve(git.say(root, "rev-parse", "--absolute-git-dir"));
    UNDER_WAY.forEach(
        (file, what) -> {
          if (Files.exists(folder.resolve(file))) {
            throw refused(
                root + " is in the middle of a " + what,
                "finish it, or give it up: git "
                    + what
                    + (what.equals("bisect") ? " reset" : " --abort"));
          }
        });
  }

  private static void refuseUnreadable(Path root, String head) {
    try (History history = History.of(root)) {
      if (history.holds(head, head)) {
        return;
      }
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw refused(
          root + " has a format that orc can not read: " + e.getMessage(),
          "use a repository with SHA-1 objects, the usual ones");
    }
  }

  private void refuseUncommitted(Path root, String branch) {
    WorkingTree tree = new WorkingTree(git, root);
    if (tree.changed()) {
      throw refused(
          "branch "
              + branch
              + " has uncommitted changes in "
              + root
              + " ("
              + tree.changes(1).get(0)
              + "), and the integration will move that branch",
          "commit or stash them first: git stash");
    }
  }

  private static void refuseNoRoomBeside(Path root) {
    Path parent = root.getParent();
    if (parent == null) {
      throw refused("a repository can not be the root of the disk", "move it into a folder");
    }
    Path worktrees = new WorktreePlaces(root).folder();
    Path place = Files.exists(worktrees) ? worktrees : parent;
    if (!Files.isDirectory(place) || !Files.isWritable(place)) {
      throw refused(
          place + " can not be written, and the worktrees lie in " + worktrees,
          "make that folder and give it to yourself, or move the repository");
    }
  }

  private static Refusal refused(String what, String remedy) {
    return new Refusal(Kind.REFUSED, what, remedy);
  }
}
