package dev.orc.activities.git;

import dev.orc.workflows.model.Worktree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commits that hold a role's work: its branch, and what it committed in its worktree on another
 * branch or on none. Thread-safe.
 */
final class RoleTips {
  /** A commit that holds work, and under which name it is known. */
  record Tip(String role, String name, String commit) {}

  private final GitProgram git;
  private final References references;

  RoleTips(GitProgram git, References references) {
    this.git = git;
    this.references = references;
  }

  /** What its branch holds alone, whatever its worktree is like. */
  List<Tip> ofBranch(Worktree worktree) {
    return worktree.branch() == null
        ? List.of()
        : references.commit("refs/heads/" + worktree.branch()).stream()
            .map(commit -> new Tip(worktree.role(), worktree.branch(), commit))
            .toList();
  }

  List<Tip> of(Worktree worktree) {
    List<Tip> tips = new ArrayList<>(ofBranch(worktree));
    Path path = Path.of(worktree.path());
    if (Files.exists(path.resolve(".git"))) {
      String head = git.say(path, "rev-parse", "HEAD");
      boolean known = tips.stream().anyMatch(tip -> references.holds(tip.commit(), head));
      if (!known && madeHere(path, head)) {
        String branch = git.attempt(path, "symbolic-ref", "--quiet", "--short", "HEAD").out();
        String name = branch.isBlank() ? head.substring(0, 8) : branch.strip();
        tips.add(new Tip(worktree.role(), name, head));
      }
    }
    return tips;
  }

  /** Looking at somebody else's branch does not make it this role's work. */
  private boolean madeHere(Path path, String head) {
    return git.attempt(path, "reflog", "show", "--format=%H %gs", "HEAD")
        .out()
        .lines()
        .filter(line -> line.startsWith(head + " "))
        .map(line -> line.substring(head.length() + 1))
        .anyMatch(how -> !how.startsWith("checkout:") && !how.startsWith("reset:"));
  }
}
