package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checkouts that git has registered for a repository, the main one first, as they were when
 * they were first asked for. For one thread.
 */
final class Checkouts {
  private static final String BRANCHES = "refs/heads/";

  private final GitProgram git;
  private final Path repository;
  private List<Checkout> listed;

  Checkouts(GitProgram git, Path repository) {
    this.git = git;
    this.repository = repository;
  }

  List<Checkout> all() {
    if (listed == null) {
      listed = list();
    }
    return listed;
  }

  /** Has git asked again at the next question. */
  Checkouts again() {
    listed = null;
    return this;
  }

  Optional<Checkout> at(Path path) {
    return all().stream().filter(checkout -> checkout.path().equals(path)).findFirst();
  }

  /** The checkout whose files are there and that is on the branch. */
  Optional<Checkout> on(String branch) {
    return all().stream()
        .filter(checkout -> branch.equals(checkout.branch()) && checkout.present())
        .findFirst();
  }

  private List<Checkout> list() {
    // Zero bytes between the lines from git 2.36 on; an older git can not list odd names anyway.
    Ended zeros = git.attempt(repository, "worktree", "list", "--porcelain", "-z");
    return zeros.well()
        ? parse(zeros.out(), "\0")
        : parse(git.say(repository, "worktree", "list", "--porcelain"), "\n");
  }

  private static List<Checkout> parse(String listing, String separator) {
    List<Checkout> checkouts = new ArrayList<>();
    Path path = null;
    String head = null;
    String branch = null;
    String lock = null;
    for (String line : listing.split(separator, -1)) {
      if (line.startsWith("worktree ")) {
        path = Path.of(after(line));
      } else if (line.startsWith("HEAD ")) {
        head = after(line);
      } else if (line.startsWith("branch ")) {
        branch = after(line).substring(BRANCHES.length());
      } else if (line.equals("locked") || line.startsWith("locked ")) {
        lock = after(line);
      } else if (line.isEmpty() && path != null) {
        checkouts.add(new Checkout(path, head, branch, lock));
        path = null;
        head = null;
        branch = null;
        lock = null;
      }
    }
    return checkouts;
  }

  private static String after(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
