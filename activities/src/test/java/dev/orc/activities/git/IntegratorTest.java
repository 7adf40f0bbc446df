package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
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
  void doesNotAdviseToTakeBackWhatWasMovedUnderTheCheckout() {
    GitForTests.in(developer).commit("code.txt", "code");
    String moved = GitForTests.in(tester).commit("README.md", "the tester's");
    main.say("update-ref", "refs/heads/main", moved);

    assertThatThrownBy(() -> integrate(1))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure ->
                assertThat(failure.getDetails().get(0, String.class))
                    .contains("reset --hard")
                    .doesNotContain("commit or stash"))
        .hasMessageContaining("moved by somebody else");
    main.say("reset", "--quiet", "--hard");
    assertThat(integrate(2).moved()).isTrue();
    assertThat(main.root().resolve("README.md")).hasContent("the tester's");
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
  void neverOverwritesAnIgnoredFileOfThePerson() throws IOException {
    main.commit(".gitignore", "secret.env\nprivate/\n");
    start = main.activities().prepare(new PrepareOrder(PROJECT, main.root().toString()));
    GitForTests agent = GitForTests.in(developer);
    agent.write("secret.env", "the agent's");
    agent.write("private/notes.txt", "the agent's");
    agent.say("add", "--force", "secret.env", "private/notes.txt");
    agent.commit("code.txt", "code");
    main.write("secret.env", "the only copy");
    main.write("private/notes.txt", "the only copy");

    assertThatThrownBy(() -> integrate(1))
        .hasMessageContaining("files that no commit holds would be overwritten")
        .hasMessageContaining("secret.env");

    assertThat(main.root().resolve("secret.env")).hasContent("the only copy");
    assertThat(main.root().resolve("private/notes.txt")).hasContent("the only copy");
    assertThat(main.root().resolve("code.txt")).doesNotExist();
    Files.move(main.root().resolve("secret.env"), folder.resolve("kept"));
    Files.move(main.root().resolve("private"), folder.resolve("kept-too"));
    assertThat(integrate(2).moved()).isTrue();
  }

  @Test
  void takesInWhatIsCommittedWhileItIsProved() {
    GitForTests.in(developer).commit("code.txt", "code");
    String commit =
        "test -e '%s/late.txt' || (cd '%s' && echo x > late.txt && git add . && git commit -qm Late)"
            .formatted(tester.path(), tester.path());

    Integration done = integrate(1, commit);

    assertThat(done.merged()).containsExactly("developer", "tester");
    assertThat(main.root().resolve("late.txt")).exists();
  }

  @Test
  void movesAfterAllWhenSomebodyCommitsAgainAndAgain() {
    GitForTests.in(developer).commit("code.txt", "code");
    String commit =
        "cd '%s' && echo x >> late.txt && git add . && git commit -qm More"
            .formatted(tester.path());

    assertThat(integrate(1, commit).moved()).isTrue();
    assertThat(main.root().resolve("code.txt")).exists();
  }

  @Test
  void aBranchWithoutACommitIsToldAndTheOthersGoOn() {
    GitForTests.in(developer).commit("code.txt", "code");
    GitForTests.in(tester).commit("test.txt", "test");
    GitForTests.in(tester).say("switch", "--quiet", "--orphan", "nothing");

    Integration done = integrate(1);

    assertThat(done.merged()).containsExactly("developer", "tester");
    assertThat(done.faults()).extracting(Fault::role).containsExactly("tester");
    assertThat(done.faults().get(0).what()).contains("nothing, a branch without a commit");
    assertThat(state(tester).fault()).contains("a branch without a commit");
    assertThat(state(developer).fault()).isNull();
  }

  @Test
  void aWorktreeThatGitHasForgottenIsToldAndTheOthersGoOn() throws IOException {
    GitForTests.in(developer).commit("code.txt", "code");
    GitForTests.in(tester).commit("test.txt", "test");
    Path notes = Path.of(GitForTests.in(tester).say("rev-parse", "--absolute-git-dir"));
    Files.move(notes, folder.resolve("pruned"));

    Integration done = integrate(1);

    assertThat(done.moved()).isTrue();
    assertThat(done.merged()).containsExactly("developer", "tester");
    assertThat(done.faults())
        .extracting(Fault::what)
        .singleElement()
        .asString()
        .contains("no more");
    assertThat(state(tester).fault()).contains("no more");
  }

  @Test
  void workWithAnotherBeginningIsToldAndTheOthersGoOn() {
    GitForTests.in(developer).commit("code.txt", "code");
    GitForTests agent = GitForTests.in(tester);
    agent.say("switch", "--quiet", "--orphan", "alien");
    String alien = agent.commit("alien.txt", "x");
    agent.say("update-ref", "refs/heads/" + tester.branch(), alien);

    Integration done = integrate(1);

    assertThat(done.merged()).containsExactly("developer");
    assertThat(done.faults()).isNotEmpty().allMatch(fault -> fault.role().equals("tester"));
    assertThat(done.faults().get(0).what()).contains("another beginning");
    assertThat(main.root().resolve("code.txt")).exists();
  }

  private WorktreeState state(Worktree worktree) {
    return main.activities().inspect(new InspectOrder(PROJECT, start, List.of(worktree))).get(0);
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
