package dev.orc.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeOpeningTest {
  @TempDir Path folder;
  private GitForTests main;

  @BeforeEach
  void makeRepository() {
    main = GitForTests.repository(folder.resolve("it's ä project"));
  }

  @Test
  void makesAWorktreeBesideTheProjectOnItsOwnBranch() {
    Worktree made = main.open("developer", "feature/");

    Path beside = main.root().resolveSibling("it's ä project-tmux-worktrees");
    assertThat(made)
        .isEqualTo(
            new Worktree(
                "developer", beside.resolve("developer").toString(), "feature/demo", "plain"));
    assertThat(GitForTests.in(made).head()).isEqualTo(main.head());
  }

  @Test
  void findsItAgainWithTheWorkInIt() {
    Worktree made = main.open("developer", "feature/");
    GitForTests agent = GitForTests.in(made);
    String commit = agent.commit("code.txt", "code");
    agent.write("unfinished.txt", "x");

    Worktree found = main.open("developer", "feature/");

    assertThat(found.made()).isEqualTo("found");
    assertThat(found.branch()).isEqualTo("feature/demo");
    assertThat(agent.head()).isEqualTo(commit);
    assertThat(Path.of(found.path()).resolve("unfinished.txt")).exists();
  }

  @Test
  void bringsAWorktreeWithoutWorkToTheNewStart() {
    Worktree made = main.open("developer", "feature/");
    String later = main.commit("later.txt", "x");

    main.open("developer", "feature/");

    assertThat(GitForTests.in(made).head()).isEqualTo(later);
  }

  @Test
  void makesItAnewWhereOnlyGitsNoteIsLeft() throws IOException {
    Worktree made = main.open("developer", "feature/");
    String commit = GitForTests.in(made).commit("code.txt", "code");
    remove(Path.of(made.path()));

    Worktree again = main.open("developer", "feature/");

    assertThat(again.made()).isEqualTo("plain");
    assertThat(GitForTests.in(again).head()).isEqualTo(commit);
  }

  @Test
  void forcesItWhereTheStaleNoteIsLocked() throws IOException {
    Worktree made = main.open("developer", "feature/");
    main.say("worktree", "lock", made.path());
    remove(Path.of(made.path()));

    assertThat(main.open("developer", "feature/").made()).isEqualTo("forced");
  }

  @Test
  void takesABranchOfItsOwnWhereTheUsualOneIsInUse() {
    main.open("developer", "feature/");

    Worktree second = main.open("developer-2", "feature/");

    assertThat(second.made()).isEqualTo("own-branch");
    assertThat(second.branch()).isEqualTo("feature/demo-developer-2");
  }

  @Test
  void isDetachedWhereNoBranchCanBeMade() {
    main.say("branch", "feature");

    Worktree made = main.open("developer", "feature/");

    assertThat(made.made()).isEqualTo("detached");
    assertThat(made.branch()).isNull();
    assertThat(GitForTests.in(made).head()).isEqualTo(main.head());
  }

  @Test
  void neverTouchesAFolderThatIsInTheWay() throws IOException {
    Path place = new WorktreePlaces(main.root()).of("developer");
    Files.createDirectories(place);
    Files.writeString(place.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> main.open("developer", "feature/")).hasMessageContaining("in the way");
    assertThat(place.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void leavesTheWorktreesOfAnotherOrchestrationAlone() {
    Worktree first = main.open("developer", "feature/");

    Worktree second =
        main.activities()
            .openWorktree(
                new WorktreeOrder("second", main.asRepository(), "developer", "feature/"));

    assertThat(second.path()).isNotEqualTo(first.path()).endsWith("developer.second");
    assertThat(second.branch()).isEqualTo("feature/second");
  }

  @Test
  void clearsACheckoutWhoseMakingWasCutOff() throws IOException {
    Worktree made = main.open("developer", "feature/");
    Path place = Path.of(made.path());
    Path notes = Path.of(GitForTests.in(made).say("rev-parse", "--absolute-git-dir"));
    Files.delete(place.resolve("README.md"));
    Files.writeString(notes.resolve("locked"), "initializing");

    new HalfMade(
            GitForTests.program(),
            main.root(),
            new Checkouts(GitForTests.program(), main.root()),
            Duration.ofMillis(200))
        .clear(place);

    assertThat(place).doesNotExist();
    assertThat(main.open("developer", "feature/").made()).isEqualTo("plain");
    assertThat(place.resolve("README.md")).exists();
  }

  @Test
  void doesNotMindAFailingHookOfThePerson() throws IOException {
    Path hook = main.root().resolve(".git/hooks/post-checkout");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    assertThat(main.open("developer", "feature/").made()).isEqualTo("plain");
  }

  @Test
  void keepsOrcsOwnFilesOutOfCommits() {
    Worktree made = main.open("developer", "feature/");
    GitForTests agent = GitForTests.in(made);
    agent.write("COMPLETED", "done");
    agent.write(".claude/settings.local.json", "{}");
    agent.write("src/COMPLETED", "a file of the project");

    assertThat(agent.say("status", "--porcelain", "--untracked-files=all"))
        .isEqualTo("?? src/COMPLETED");
    main.open("developer", "feature/");
    assertThat(main.root().resolve(".git/info/exclude")).content().containsOnlyOnce("/COMPLETED\n");
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
