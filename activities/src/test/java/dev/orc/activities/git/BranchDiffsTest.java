package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.ChangedFile;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchDiffsTest {
  private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

  @TempDir Path folder;
  private final BranchDiffs diffs = new BranchDiffs(GitForTests.program());
  private GitForTests main;
  private Worktree developer;
  private GitForTests agent;
  private String start;

  @BeforeEach
  void openOne() {
    main = GitForTests.repository(folder.resolve("my app"));
    main.commit("ten.txt", TEN);
    start = main.commit("old name.txt", TEN + "a\nb\n");
    developer = main.open("developer", "feature/");
    agent = GitForTests.in(developer);
  }

  private List<BranchDiff> of(Worktree... worktrees) {
    return diffs.of(PROJECT, main.root(), "main", List.of(worktrees));
  }

  @Test
  void comparesWithTheCommitWhereBothParted() {
    agent.commit("ten.txt", TEN + "11\n");
    String tip = agent.commit("new.txt", "one\ntwo\n");
    main.commit("meanwhile.txt", "of the person");
    main.commit("ten.txt", "0\n" + TEN);

    assertThat(of(developer))
        .containsExactly(
            new BranchDiff(
                "developer",
                "feature/demo",
                start,
                tip,
                2,
                List.of(
                    new ChangedFile("new.txt", null, "A", 2, 0, false),
                    new ChangedFile("ten.txt", null, "M", 1, 0, false)),
                null));
  }

  @Test
  void namesFilesWhateverTheyAreCalledAndHowTheyChanged() throws IOException {
    agent.say("mv", "old name.txt", "neu – \"ß\"\t名.txt");
    agent.write("neu – \"ß\"\t名.txt", TEN + "a\nc\n");
    agent.write(":odd\nname", "x\n");
    Files.write(agent.root().resolve("picture.png"), new byte[] {1, 0, 2, 0, 3});
    agent.say("rm", "--quiet", "ten.txt");
    agent.commit("All of it");

    assertThat(of(developer).get(0).files())
        .containsExactlyInAnyOrder(
            new ChangedFile("neu – \"ß\"\t名.txt", "old name.txt", "R", 1, 1, false),
            new ChangedFile(":odd\nname", null, "A", 1, 0, false),
            new ChangedFile("picture.png", null, "A", 0, 0, true),
            new ChangedFile("ten.txt", null, "D", 0, 10, false));
  }

  @Test
  void showsTheLinesAndRunsNobodysPrograms() {
    String mark = "touch '" + folder.resolve("ran") + "' #";
    main.say("config", "diff.external", mark);
    main.say("config", "diff.mine.command", mark);
    main.say("config", "diff.mine.textconv", mark);
    agent.write(".gitattributes", "*.txt diff=mine\n");
    agent.commit("Attributes");
    main.say("config", "color.ui", "always");
    main.say("config", "diff.noprefix", "true");
    main.say("config", "core.pager", "false");
    agent.commit("grüße.txt", "hallo\n");

    List<BranchPatch> patches = diffs.patches(PROJECT, main.root(), "main", List.of(developer));

    assertThat(patches).hasSize(1);
    assertThat(patches.get(0).text())
        .contains("diff --git a/grüße.txt b/grüße.txt\n")
        .endsWith("@@ -0,0 +1 @@\n+hallo\n");
    assertThat(patches.get(0).diff()).isEqualTo(of(developer).get(0));
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void showsWhatWasCommittedOnAnotherBranchToo() {
    agent.commit("one.txt", "1\n");
    agent.say("update-ref", "refs/heads/-aside", "main");
    agent.say("symbolic-ref", "HEAD", "refs/heads/-aside");
    agent.say("reset", "--quiet", "--hard");
    String aside = agent.commit("two.txt", "2\n");

    assertThat(of(developer))
        .extracting(BranchDiff::branch)
        .containsExactly("feature/demo", "-aside");
    assertThat(of(developer).get(1).tip()).isEqualTo(aside);
    assertThat(of(developer).get(1).files())
        .extracting(ChangedFile::path)
        .containsExactly("two.txt");
  }

  @Test
  void saysWhatCanNotBeCompared() {
    agent.say("switch", "--quiet", "--orphan", "other");
    BranchDiff unborn = of(developer).get(1);
    assertThat(unborn.fault()).contains("is on other, a branch without a commit");
    agent.commit("x.txt", "x");
    agent.say("branch", "--quiet", "-D", "feature/demo");
    assertThat(of(developer))
        .singleElement()
        .satisfies(
            alien -> {
              assertThat(alien.fault()).contains("another beginning");
              assertThat(alien.files()).isEmpty();
            });
  }

  @Test
  void readsTheBranchesOfAProjectThatIsOver() {
    String tip = agent.commit("one.txt", "1\n");
    main.say("worktree", "remove", developer.path());
    assertThat(of(developer)).extracting(BranchDiff::tip).containsExactly(tip);

    main.say("merge", "--quiet", "feature/demo");
    assertThat(of(developer).get(0).commits()).isZero();
    assertThat(of(developer).get(0).files()).isEmpty();
    main.say("branch", "--quiet", "-D", "feature/demo");
    assertThat(of(new Worktree("tester", folder.resolve("gone").toString(), "feature/demo", null)))
        .extracting(BranchDiff::fault)
        .containsExactly("there is no branch feature/demo with a commit");
  }

  @Test
  void leavesOutTheCheckoutOfAnotherProject() {
    String tip = agent.commit("one.txt", "1\n");
    agent.say("switch", "--quiet", "-c", "elsewhere", "main");
    agent.commit("two.txt", "2\n");

    assertThat(diffs.of("another", main.root(), "main", List.of(developer)))
        .extracting(BranchDiff::tip)
        .containsExactly(tip);
    assertThat(of(developer)).hasSize(2);
  }

  @Test
  void refusesWithoutAStartingBranch() {
    assertThatThrownBy(() -> diffs.of(PROJECT, main.root(), "gone", List.of(developer)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the starting branch gone has no commit");
    assertThatThrownBy(() -> diffs.of(PROJECT, main.root(), null, List.of(developer)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nothing is known any more");
    assertThatThrownBy(() -> diffs.of(PROJECT, folder.resolve("gone"), "main", List.of(developer)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void refusesWhatIsTooLongToShow() {
    agent.commit("long.txt", "0123456789abcdef\n".repeat(600_000));
    assertThat(of(developer).get(0).files().get(0).added()).isEqualTo(600_000);
    assertThatThrownBy(() -> diffs.patches(PROJECT, main.root(), "main", List.of(developer)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("too long");
  }
}
