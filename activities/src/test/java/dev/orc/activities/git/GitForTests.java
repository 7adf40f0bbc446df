package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real repository in a test's own folder, with an identity of its own and nothing of the person's
 * configuration.
 */
public final class GitForTests {
  /** What every git of a test runs with. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "HOME", "/nonexistent");

  public static final String PROJECT = "demo";

  private final GitProgram git = program();
  private final Path root;

  private GitForTests(Path root) {
    this.root = root;
  }

  /** git for tests: what it finds is what the test made. */
  public static GitProgram program() {
    return new GitProgram("git", ENVIRONMENT, () -> {});
  }

  /** A new repository on branch {@code main} with one commit that holds {@code README.md}. */
  public static GitForTests repository(Path folder) {
    GitForTests made = empty(folder);
    made.write("README.md", "# A project\n");
    made.commit("Begin");
    return made;
  }

  /** A new repository without a commit. */
  public static GitForTests empty(Path folder) {
    try {
      GitForTests made = new GitForTests(Files.createDirectories(folder).toRealPath());
      made.say("init", "--quiet", "-b", "main");
      made.say("config", "user.name", "Tester");
      made.say("config", "user.email", "tester@localhost");
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same helper for another checkout, as a worktree. */
  public static GitForTests at(Path checkout) {
    return new GitForTests(checkout);
  }

  public Path root() {
    return root;
  }

  /** What git prints; fails when git does. */
  public String say(String... arguments) {
    return git.say(root, arguments);
  }

  public Ended attempt(String... arguments) {
    return git.attempt(root, arguments);
  }

  public void write(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything; answers the commit. */
  public String commit(String message) {
    say("add", "--all");
    say("commit", "--quiet", "--allow-empty", "-m", message);
    return head();
  }

  /** Writes one file and commits it; answers the commit. */
  public String commit(String file, String text) {
    write(file, text);
    return commit("Change " + file);
  }

  public String head() {
    return say("rev-parse", "HEAD");
  }

  public GitRepositories activities() {
    return new GitRepositories(git, Duration.ofSeconds(20));
  }

  public Repository asRepository() {
    return new RepositoryCheck(git).usable(root);
  }

  /** The role's worktree as an orchestration called {@value #PROJECT} opens it. */
  public Worktree open(String role, String branchPrefix) {
    return activities()
        .openWorktree(new WorktreeOrder(PROJECT, asRepository(), role, branchPrefix));
  }

  /** A helper for the worktree. */
  public static GitForTests in(Worktree worktree) {
    return at(Path.of(worktree.path()));
  }

  public List<String> branches() {
    return say("branch", "--format=%(refname:short)").lines().toList();
  }
}
