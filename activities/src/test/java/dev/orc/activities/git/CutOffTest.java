package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker may die at any moment, and do things at the same time; neither may show. */
class CutOffTest {
  private static final int MORE_THAN_ENOUGH = 100;

  @TempDir Path folder;

  @Test
  void integratesOnceWhereverItWasCutOff() throws IOException {
    GitForTests main = GitForTests.repository(folder.resolve("app"));
    GitRepositories activities = main.activities();
    Repository start = activities.prepare(new PrepareOrder(PROJECT, main.root().toString()));
    Worktree developer = main.open("developer", "feature/");
    String work = GitForTests.in(developer).commit("code.txt", "code");
    IntegrationOrder order =
        new IntegrationOrder(PROJECT, start, 1, List.of(developer), List.of("test -f code.txt"));

    int cut = 0;
    boolean cutOff = true;
    while (cutOff) {
      cut++;
      assertThat(cut).isLessThan(MORE_THAN_ENOUGH);
      cutOff = cutOffAt(cut, order);
      Integration done = activities.integrate(order);
      assertThat(done.moved()).isTrue();
      assertThat(done.merged()).containsExactly("developer");
      assertThat(done.backupTag()).isEqualTo(backup(start));
      assertThat(main.say("for-each-ref", "--format=%(refname) %(objectname)").lines())
          .containsExactlyInAnyOrder(
              "refs/heads/main " + done.head(),
              "refs/heads/feature/demo " + work,
              "refs/orc/start/demo " + done.head(),
              "refs/orc/left/demo/main " + done.head(),
              "refs/tags/" + backup(start) + " " + start.head());
      assertThat(main.say("rev-list", "--parents", "-1", "HEAD"))
          .isEqualTo(done.head() + " " + start.head() + " " + work);
      assertThat(main.root().resolve("code.txt")).exists();
      takeBack(main, start);
    }
    assertThat(cut).isGreaterThan(10);
  }

  @Test
  void opensAllWorktreesOfATeamAtTheSameTime() throws InterruptedException, ExecutionException {
    GitForTests main = GitForTests.repository(folder.resolve("app"));
    GitRepositories activities = main.activities();
    Repository repository = main.asRepository();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Worktree>> opened =
          IntStream.range(0, 8)
              .mapToObj(i -> new WorktreeOrder(PROJECT, repository, "role-" + i, "role-" + i + "/"))
              .map(order -> pool.submit(() -> activities.openWorktree(order)))
              .toList();
      for (Future<Worktree> one : opened) {
        assertThat(one.get().made()).isEqualTo("plain");
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(new Worktrees(GitForTests.program()).states(main.root(), "main")).hasSize(8);
  }

  /** Integrates with a git that is dead from its n-th call on; answers whether it came to that. */
  private boolean cutOffAt(int call, IntegrationOrder order) throws IOException {
    Path calls = folder.resolve("calls");
    Files.writeString(calls, "0\n");
    Path dying = folder.resolve("dying-git");
    Files.writeString(
        dying,
        """
        #!/bin/sh
        read -r n < '%s' || n=0
        echo $((n + 1)) > '%s'
        [ $n -lt %d ] || exit 137
        exec git "$@"
        """
            .formatted(calls, calls, call - 1));
    assertThat(dying.toFile().setExecutable(true)).isTrue();
    GitProgram git = new GitProgram(dying.toString(), GitForTests.ENVIRONMENT, () -> {});
    try {
      new GitRepositories(git, GitRepositories.USUAL_VERIFY).integrate(order);
    } catch (GitFailed died) {
      return true;
    }
    return Integer.parseInt(Files.readString(calls).strip()) >= call;
  }

  private static String backup(Repository start) {
    return "orc/backup/demo-" + start.head().substring(0, 8) + "-1";
  }

  private static void takeBack(GitForTests main, Repository start) {
    main.say("reset", "--quiet", "--hard", start.head());
    main.say("update-ref", "-d", "refs/tags/" + backup(start));
    main.say("update-ref", "refs/orc/start/demo", start.head());
  }
}
