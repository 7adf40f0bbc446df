package dev.orc.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreesTest {
  @TempDir Path folder;
  private GitForTests main;
  private String start;
  private Worktree developer;
  private final CommitCount commits = new CommitCount();

  @BeforeEach
  void openOne() {
    main = GitForTests.repository(folder.resolve("app\nwith newline"));
    start = main.head();
    developer = main.open("developer", "feature/");
  }

  @Test
  void readsAheadBehindAndUncommitted() {
    GitForTests agent = GitForTests.in(developer);
    agent.commit("one.txt", "1");
    String head = agent.commit("two.txt", "2");
    agent.write("naïve file.txt", "x");
    agent.write("README.md", "changed");
    main.commit("meanwhile.txt", "x");

    WorktreeState state = inspect(developer);

    assertThat(state)
        .isEqualTo(
            new WorktreeState(
                "developer",
                developer.path(),
                "feature/demo",
                head,
                true,
                List.of("README.md", "naïve file.txt"),
                2,
                1,
                2));
  }

  @Test
  void saysWhenAWorktreeIsNotThere() {
    Worktree gone = new Worktree("ghost", folder.resolve("gone").toString(), "x", "plain");
    assertThat(inspect(gone).present()).isFalse();
  }

  @Test
  void countsTheCommitsSinceTheStart() {
    Path path = Path.of(developer.path());
    assertThat(commits.since(path, start)).isEqualTo(Commits.Count.NONE);
    GitForTests agent = GitForTests.in(developer);
    agent.commit("one.txt", "1");
    assertThat(commits.since(path, start).commits()).isEqualTo(1);
    agent.commit("two.txt", "2");
    Instant newest = Instant.ofEpochSecond(Long.parseLong(agent.say("log", "-1", "--format=%ct")));
    assertThat(commits.since(path, start)).isEqualTo(new Commits.Count(2, newest));
  }

  @Test
  void countsWhereTheBranchIsPackedOrThereIsNone() {
    GitForTests agent = GitForTests.in(developer);
    agent.commit("one.txt", "1");
    main.say("pack-refs", "--all");
    assertThat(commits.since(Path.of(developer.path()), start).commits()).isEqualTo(1);
    agent.say("switch", "--quiet", "--detach");
    agent.commit("two.txt", "2");
    assertThat(commits.since(Path.of(developer.path()), start).commits()).isEqualTo(2);
  }

  @Test
  void countsAgainWhereAWorktreeWasMadeAnew() {
    Path path = Path.of(developer.path());
    GitForTests.in(developer).commit("one.txt", "1");
    assertThat(commits.since(path, start).commits()).isEqualTo(1);
    main.say("worktree", "remove", developer.path());
    assertThat(commits.since(path, start)).isEqualTo(Commits.Count.NONE);
    GitForTests.in(main.open("developer", "feature/")).commit("two.txt", "2");
    assertThat(commits.since(path, start).commits()).isEqualTo(2);
  }

  @Test
  void countsNothingWhereNothingCanBeRead() {
    assertThat(commits.since(folder.resolve("gone"), start)).isEqualTo(Commits.Count.NONE);
    assertThat(commits.since(Path.of(developer.path()), "0".repeat(40)))
        .isEqualTo(Commits.Count.NONE);
  }

  @Test
  void listsTheWorktreesThatOrcMade() {
    main.say("worktree", "add", "--quiet", "--detach", "../a-persons-own");
    assertThat(worktrees().states(main.root(), "main"))
        .extracting(WorktreeState::role)
        .containsExactly("developer");
  }

  @Test
  void prunesOnlyWhatHoldsNobodysWork() {
    Worktree tester = main.open("tester", "test/");
    Worktree runner = main.open("testrunner", "testrunner/");
    Worktree busy = main.open("researcher", "research/");
    GitForTests.in(developer).commit("code.txt", "code");
    GitForTests.in(tester).write("unfinished.txt", "x");

    List<WorktreeState> removed =
        worktrees().prune(main.root(), "main", state -> state.role().equals("researcher"));

    assertThat(removed).extracting(WorktreeState::role).containsExactly("testrunner");
    assertThat(Files.exists(Path.of(runner.path()))).isFalse();
    assertThat(main.branches())
        .containsExactlyInAnyOrder("main", "feature/demo", "test/demo", "research/demo");
    assertThat(Path.of(busy.path())).exists();
    assertThat(Path.of(tester.path()).resolve("unfinished.txt")).exists();
  }

  private Worktrees worktrees() {
    return new Worktrees(GitForTests.program());
  }

  private WorktreeState inspect(Worktree worktree) {
    return main.activities()
        .inspect(new InspectOrder("demo", repositoryAtStart(), List.of(worktree)))
        .get(0);
  }

  private dev.orc.workflows.model.Repository repositoryAtStart() {
    return new dev.orc.workflows.model.Repository(main.root().toString(), "main", start);
  }
}
