package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegratorTest {
  @TempDir Path folder;
  private GitForTests main;
  private Repository start;
  private Worktree developer;
  private Worktree tester;

  @BeforeEach
  void openTwoWorktrees() {
    main = GitForTests.repository(folder.resolve("app"));
    start = main.activities().prepare(new PrepareOrder(PROJECT, main.root().toString()));
    developer = main.open("developer", "feature/");
    tester = main.open("tester", "test/");
  }

  @Test
  void bringsEveryBranchOntoTheStartingBranchAndItsCheckout() {
    GitForTests.in(developer).commit("code.txt", "code");
    GitForTests.in(tester).commit("test.txt", "test");

    Integration done = integrate(1, "test -f code.txt", "test -f test.txt");

    assertThat(done.moved()).isTrue();
    assertThat(done.merged()).containsExactly("developer", "tester");
    assertThat(done.head()).isEqualTo(main.head());
    assertThat(done.note()).isNull();
    assertThat(main.root().resolve("code.txt")).exists();
    assertThat(main.say("rev-parse", done.backupTag())).isEqualTo(start.head());
    assertThat(main.say("rev-list", "--count", "--merges", start.head() + "..main")).isEqualTo("2");
    assertThat(nothingLeftOver()).isTrue();
  }

  @Test
  void answersTheSameWhenRepeatedAfterTheMove() {
    GitForTests.in(developer).commit("code.txt", "code");
    Integration first = integrate(1, "test -f code.txt");

    Integration again = integrate(1, "test -f code.txt");

    assertThat(again).isEqualTo(first);
  }

  @Test
  void aLaterOrchestrationLeavesTheBackupOfAnEarlierOne() {
    GitForTests.in(developer).commit("code.txt", "code");
    String first = integrate(1).backupTag();
    Repository later = main.activities().prepare(new PrepareOrder(PROJECT, main.root().toString()));
    GitForTests.in(developer).commit("more.txt", "more");
    String second =
        main.activities()
            .integrate(new IntegrationOrder(PROJECT, later, 1, List.of(developer), List.of()))
            .backupTag();

    assertThat(main.say("rev-parse", first)).isEqualTo(start.head());
    assertThat(main.say("rev-parse", second)).isEqualTo(later.head());
  }

  @Test
  void repeatsWhatWasCutOffInTheMiddle() {
    GitForTests.in(developer).commit("code.txt", "code");
    Path place = new WorktreePlaces(main.root()).integration(PROJECT);
    String name = "demo-" + start.head().substring(0, 8) + "-1";
    String branch = "orc/integration/" + name;
    main.say("worktree", "add", "--quiet", "-b", branch, place.toString(), "main");
    GitForTests.at(place).write("half.txt", "half");
    main.say("update-ref", "refs/tags/orc/backup/" + name, start.head());

    Integration done = integrate(1);

    assertThat(done.merged()).containsExactly("developer");
    assertThat(main.root().resolve("half.txt")).doesNotExist();
    assertThat(nothingLeftOver()).isTrue();
  }

  @Test
  void movesNothingOnAConflictAndNamesRoleAndFiles() {
    GitForTests.in(developer).commit("README.md", "theirs");
    GitForTests.in(tester).commit("README.md", "ours");
    Worktree reviewer = main.open("reviewer", "review/");
    GitForTests.in(reviewer).commit("review.txt", "no part in it");

    Integration done = integrate(1, List.of(developer, tester, reviewer));

    assertThat(done.moved()).isFalse();
    assertThat(done.conflicts())
        .containsExactly(new Conflict("tester", "test/demo", List.of("README.md")));
    assertThat(main.head()).isEqualTo(start.head());
    assertThat(main.say("tag")).isEmpty();
    assertThat(nothingLeftOver()).isTrue();
  }

  @Test
  void mergesARenameWithAChangeOfTheSameFile() {
    GitForTests renamer = GitForTests.in(developer);
    renamer.say("mv", "README.md", "GUIDE.md");
    renamer.commit("Rename");
    GitForTests.in(tester).commit("README.md", "# A project\n\nand more\n");

    assertThat(integrate(1).conflicts()).isEmpty();
    assertThat(main.root().resolve("GUIDE.md")).hasContent("# A project\n\nand more\n");
  }

  @Test
  void movesNothingWhenTheProofFailsAndKeepsWhatItPrinted() {
    GitForTests.in(developer).commit("code.txt", "code");

    Integration done = integrate(1, "true", "echo broken; echo badly >&2; exit 3");

    assertThat(done.moved()).isFalse();
    assertThat(done.failedCommand()).contains("exit 3");
    assertThat(done.failedOutput()).isEqualTo("broken\nbadly\n");
    assertThat(main.head()).isEqualTo(start.head());
    assertThat(nothingLeftOver()).isTrue();
  }

  @Test
  void provesTheStartingBranchItselfWhenThereIsNothingToMerge() {
    assertThat(integrate(1).moved()).isFalse();
    assertThat(integrate(1, "test -f nowhere").failedCommand()).isEqualTo("test -f nowhere");
  }

  @Test
  void refusesToMoveABranchUnderSomebodysChanges() {
    GitForTests.in(developer).commit("code.txt", "code");
    main.write("README.md", "not committed");

    assertThatThrownBy(() -> integrate(1))
        .isInstanceOfSatisfying(
            ApplicationFailure.class, failure -> assertThat(failure.getType()).isEqualTo("Refused"))
        .hasMessageContaining("README.md");
    assertThat(main.root().resolve("README.md")).hasContent("not committed");
  }

  @Test
  void refusesToOverwriteANewFileOfThePerson() {
    GitForTests.in(developer).commit("code.txt", "code");
    main.write("code.txt", "mine");

    assertThatThrownBy(() -> integrate(1)).hasMessageContaining("code.txt");
    assertThat(main.root().resolve("code.txt")).hasContent("mine");
    assertThat(main.head()).isEqualTo(start.head());
  }

  @Test
  void mergesAgainWhenThePersonCommittedMeanwhile() {
    GitForTests.in(developer).commit("code.txt", "code");
    String commit =
        "test -f person.txt || (cd '"
            + main.root()
            + "' && echo x > person.txt && git add person.txt && git commit -qm 'Meanwhile')";

    Integration done = integrate(1, commit);

    assertThat(done.moved()).isTrue();
    assertThat(done.note()).contains("moved by somebody else");
    assertThat(main.root().resolve("person.txt")).exists();
    assertThat(main.root().resolve("code.txt")).exists();
  }

  @Test
  void leavesTheRepositoryFreeWhileCommandsProveTheResult()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    GitForTests.in(developer).commit("code.txt", "code");
    Path flag = folder.resolve("flag");
    String wait = "while [ ! -e '" + flag + "' ]; do sleep 0.05; done";
    Future<Integration> integration = CompletableFuture.supplyAsync(() -> integrate(1, wait));

    Future<Worktree> opened =
        CompletableFuture.supplyAsync(() -> main.open("researcher", "research/"));

    assertThat(opened.get(15, TimeUnit.SECONDS).made()).isEqualTo("plain");
    assertThat(integration.isDone()).isFalse();
    Files.createFile(flag);
    assertThat(integration.get(15, TimeUnit.SECONDS).moved()).isTrue();
  }

  @Test
  void movesABranchThatNobodyHasCheckedOut() {
    GitForTests.in(developer).commit("code.txt", "code");
    main.say("switch", "--quiet", "-c", "elsewhere");

    Integration done = integrate(1);

    assertThat(main.say("rev-parse", "main")).isEqualTo(done.head());
    assertThat(main.head()).isEqualTo(start.head());
  }

  @Test
  void takesWorkThatWasCommittedOnAnotherBranchOfTheWorktree() {
    GitForTests agent = GitForTests.in(developer);
    agent.say("switch", "--quiet", "-c", "my-own-idea");
    agent.commit("idea.txt", "idea");
    main.say("branch", "private");
    GitForTests looker = GitForTests.in(tester);
    main.say("update-ref", "refs/heads/private", privateCommit());
    looker.say("switch", "--quiet", "private");

    assertThat(integrate(1).merged()).containsExactly("developer");
    assertThat(main.root().resolve("secret.txt")).doesNotExist();
  }

  @Test
  void mergesAsOrcWhereGitKnowsNobody() {
    GitForTests.in(developer).commit("code.txt", "code");
    main.say("config", "--unset", "user.name");

    assertThat(integrate(1).moved()).isTrue();
    assertThat(main.say("log", "-1", "--format=%an <%ae>")).isEqualTo("orc <orc@localhost>");
  }

  @Test
  void aTagOfAnEarlierOrchestrationIsNotTakenForItsOwn() {
    GitForTests.in(developer).commit("code.txt", "code");
    integrate(1);
    start = main.activities().prepare(new PrepareOrder(PROJECT, main.root().toString()));

    assertThat(integrate(1).moved()).isFalse();
  }

  private String privateCommit() {
    main.say("switch", "--quiet", "--detach");
    String commit = main.commit("secret.txt", "secret");
    main.say("switch", "--quiet", "main");
    return commit;
  }

  private boolean nothingLeftOver() {
    return Files.notExists(new WorktreePlaces(main.root()).integration(PROJECT))
        && main.branches().stream().noneMatch(branch -> branch.startsWith("orc/"));
  }

  private Integration integrate(int attempt, String... verify) {
    return integrate(attempt, List.of(developer, tester), verify);
  }

  private Integration integrate(int attempt, List<Worktree> worktrees, String... verify) {
    return main.activities()
        .integrate(new IntegrationOrder(PROJECT, start, attempt, worktrees, List.of(verify)));
  }
}
