package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Worktree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that begins on another branch than the one that a person has checked out. */
class OtherBranchTest {
  @TempDir Path folder;
  private GitForTests main;

  @BeforeEach
  void aBranchThatNobodyHasCheckedOut() {
    main = GitForTests.repository(folder.resolve("app"));
    main.say("branch", "develop");
    main.commit("main.txt", "main");
    main.say("switch", "--quiet", "develop");
    main.commit("develop.txt", "develop");
    main.say("switch", "--quiet", "main");
  }

  @Test
  void beginsThereAndComesBackThereAlone() {
    String before = main.head();
    Repository develop = prepared("develop");
    Worktree developer = opened(develop);
    GitForTests.in(developer).commit("code.txt", "code");
    main.write("main.txt", "somebody works on main meanwhile");

    Integration done = integrated(develop, developer, Map.of());

    assertThat(done.moved()).isTrue();
    assertThat(main.say("rev-parse", "develop")).isEqualTo(done.head());
    assertThat(main.say("ls-tree", "--name-only", "develop").lines())
        .contains("code.txt", "develop.txt")
        .doesNotContain("main.txt");
    assertThat(main.head()).isEqualTo(before);
    assertThat(main.root().resolve("main.txt")).content().startsWith("somebody works");
    assertThat(main.say("branch", "--show-current")).isEqualTo("main");
  }

  @Test
  void nothingOfOneBranchIsCarriedOverToTheOther() {
    Repository plain = prepared(null);
    Worktree developer = opened(plain);
    GitForTests.in(developer).commit("first.txt", "for main");
    integrated(plain, developer, Map.of());

    Repository develop = prepared("develop");
    assertThat(GitForTests.in(opened(develop)).head()).isEqualTo(develop.head());
    GitForTests.in(developer).commit("second.txt", "for develop");
    integrated(develop, developer, Map.of());
    assertThat(main.say("ls-tree", "--name-only", "develop").lines())
        .contains("second.txt")
        .doesNotContain("first.txt", "main.txt");

    Repository again = prepared(null);
    assertThat(GitForTests.in(opened(again)).head()).isEqualTo(again.head());
    assertThat(main.say("ls-tree", "--name-only", "main").lines()).doesNotContain("second.txt");
  }

  @Test
  void workThatCameNowhereYetIsKept() {
    Repository plain = prepared(null);
    Worktree developer = opened(plain);
    String unfinished = GitForTests.in(developer).commit("first.txt", "nobody has this yet");

    opened(prepared("develop"));

    assertThat(GitForTests.in(developer).head()).isEqualTo(unfinished);
  }

  @Test
  void onlyTheCommitsThatWereApprovedAreMerged() {
    Repository plain = prepared(null);
    Worktree developer = opened(plain);
    String approved = GitForTests.in(developer).commit("plan.md", "approved");
    GitForTests.in(developer).commit("plan.md", "changed since");

    Integration done = integrated(plain, developer, Map.of("developer", approved));

    assertThat(done.merged()).containsExactly("developer");
    assertThat(main.root().resolve("plan.md")).hasContent("approved");
  }

  private Repository prepared(String branch) {
    return main.activities().prepare(new PrepareOrder(PROJECT, main.root().toString(), branch));
  }

  private Worktree opened(Repository start) {
    return main.activities()
        .openWorktree(new WorktreeOrder(PROJECT, start, "developer", "feature/"));
  }

  private Integration integrated(Repository start, Worktree tree, Map<String, String> heads) {
    return main.activities()
        .integrate(
            new IntegrationOrder(
                PROJECT, start, 1, List.of(tree), List.of("test ! -e nothing"), heads));
  }
}
