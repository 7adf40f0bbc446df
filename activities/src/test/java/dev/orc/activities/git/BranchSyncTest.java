package dev.orc.activities.git;

import static dev.orc.activities.git.GitForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.MergeForecast;
import dev.orc.workflows.model.RoleSync;
import dev.orc.workflows.model.SyncStatus;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchSyncTest {
  private static final String FILE = "shared – ß name.txt";

  @TempDir Path folder;
  private final BranchSync sync = new BranchSync(GitForTests.program());
  private GitForTests main;
  private Worktree developer;
  private Worktree tester;
  private Worktree writer;

  @BeforeEach
  void openThree() {
    main = GitForTests.repository(folder.resolve("my: \"app\"\nß"));
    main.commit(FILE, "1\n2\n3\n");
    developer = main.open("developer", "feature/");
    tester = main.open("tester", "test/");
    writer = main.open("writer", "docs/");
  }

  private SyncStatus status() {
    return sync.of(PROJECT, main.root(), "main", List.of(developer, tester, writer));
  }

  @Test
  void countsAheadBehindAndUncommitted() {
    GitForTests agent = GitForTests.in(developer);
    agent.commit("one.txt", "1");
    String tip = agent.commit("two.txt", "2");
    for (int i = 0; i < 25; i++) {
      agent.write("new/" + i, "x");
    }
    String start = main.commit("meanwhile.txt", "x");

    SyncStatus status = status();

    assertThat(status.commit()).isEqualTo(start);
    assertThat(status.unforeseen()).isNull();
    RoleSync first = status.roles().get(0);
    assertThat(first.files()).hasSize(20).contains("new/0");
    assertThat(first)
        .isEqualTo(new RoleSync("developer", "feature/demo", tip, 2, 1, 25, first.files(), null));
    assertThat(status.roles().get(1).behind()).isEqualTo(1);
    assertThat(status.forecasts())
        .containsExactly(new MergeForecast("developer", null, List.of(), null));
  }

  @Test
  void foreseesConflictsBetweenRolesAndWithTheStartingBranch() {
    GitForTests.in(developer).commit(FILE, "1\ntwo\n3\n");
    GitForTests.in(tester).commit(FILE, "1\nzwei\n3\n");
    GitForTests.in(writer).commit("other.txt", "x");
    String objects = main.say("count-objects", "-v");

    assertThat(status().forecasts())
        .containsExactly(
            new MergeForecast("developer", null, List.of(), null),
            new MergeForecast("tester", null, List.of(), null),
            new MergeForecast("writer", null, List.of(), null),
            new MergeForecast("developer", "tester", List.of(FILE), null),
            new MergeForecast("developer", "writer", List.of(), null),
            new MergeForecast("tester", "writer", List.of(), null));
    assertThat(main.say("count-objects", "-v")).as("nothing was written").isEqualTo(objects);

    main.commit(FILE, "1\ndeux\n3\n");
    assertThat(status().forecasts())
        .filteredOn(one -> one.second() == null && !one.clean())
        .extracting(MergeForecast::first)
        .containsExactly("developer", "tester");
    assertThat(GitForTests.in(developer).attempt("merge", "--quiet", "main").well())
        .as("git says the same")
        .isFalse();
  }

  @Test
  void foreseesARenameThatMeetsAChangeAndABinaryConflict() throws IOException {
    GitForTests one = GitForTests.in(developer);
    one.say("mv", FILE, "renamed.txt");
    one.write("renamed.txt", "1\ntwo\n3\n");
    Files.write(one.root().resolve("b.bin"), new byte[] {0, 1});
    one.commit("Rename");
    GitForTests two = GitForTests.in(tester);
    two.write(FILE, "1\nzwei\n3\n");
    Files.write(two.root().resolve("b.bin"), new byte[] {0, 2});
    two.commit("Change");

    assertThat(status().forecasts().get(2).conflicts()).contains("b.bin", "renamed.txt");
  }

  @Test
  void countsFilesInWhateverStateTheyAre() {
    GitForTests agent = GitForTests.in(tester);
    String head = agent.commit("a b.txt", "1");
    agent.say("mv", FILE, "moved – ß.txt");
    agent.write("a b.txt", "2");
    agent.write("new one", "x");
    agent.say("switch", "--quiet", "--detach");

    RoleSync detached = status().roles().get(1);
    assertThat(detached.branch()).isNull();
    assertThat(detached.tip()).isEqualTo(head);
    assertThat(detached.files()).containsExactlyInAnyOrder("moved – ß.txt", "a b.txt", "new one");
    assertThat(detached.uncommitted()).isEqualTo(3);

    agent.say("reset", "--quiet", "--hard");
    main.commit("a b.txt", "other");
    assertThat(agent.attempt("merge", "--quiet", "main").well()).isFalse();
    assertThat(status().roles().get(1).files()).contains("a b.txt");
  }

  @Test
  void saysWhatGitKnowsNoMore() throws IOException {
    Files.writeString(Path.of(developer.path(), ".git"), "gitdir: /nonexistent\n");
    assertThat(status().roles().get(0).fault()).contains("git knows the worktree");
    assertThat(status().roles().get(1).fault()).isNull();
  }

  @Test
  void saysWhatHasNothingInCommon() {
    GitForTests agent = GitForTests.in(developer);
    agent.say("symbolic-ref", "HEAD", "refs/heads/-other");
    assertThat(status().roles().get(0).fault()).contains("a branch without a commit");
    agent.commit("x.txt", "x");

    SyncStatus status = status();
    assertThat(status.roles().get(0).branch()).isEqualTo("-other");
    assertThat(status.forecasts().get(0).fault()).contains("unrelated histories");
    assertThat(status.forecasts().get(0).clean()).isFalse();
  }

  @Test
  void readsBranchesWhoseWorktreesAreGone() {
    String tip = GitForTests.in(developer).commit("one.txt", "1");
    main.say("worktree", "remove", developer.path());
    main.say("worktree", "remove", tester.path());
    main.say("branch", "--quiet", "-D", "test/demo");

    SyncStatus status = status();
    assertThat(status.roles().get(0).tip()).isEqualTo(tip);
    assertThat(status.roles().get(0).ahead()).isEqualTo(1);
    assertThat(status.roles().get(1).fault()).contains("no worktree and no branch test/demo");
    assertThat(status.roles().get(2).fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.37.9", "1.99.0", "2.9.5.odd"})
  void saysPlainlyThatAnOldGitForeseesNothing(String version) throws IOException {
    Path old = folder.resolve("old-git");
    Files.writeString(
        old,
        "#!/bin/sh\ncase \"$*\" in *version) echo 'git version "
            + version
            + "';; *) exec git \"$@\";; esac\n");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwx------"));
    GitForTests.in(developer).commit("one.txt", "1");

    SyncStatus status =
        new BranchSync(new GitProgram(old.toString(), GitForTests.ENVIRONMENT, () -> {}))
            .of(PROJECT, main.root(), "main", List.of(developer));

    assertThat(status.unforeseen())
        .isEqualTo(
            "conflicts can not be foreseen with git version "
                + version
                + ": that needs git 2.38 or newer");
    assertThat(status.forecasts()).isEmpty();
    assertThat(status.roles().get(0).ahead()).isEqualTo(1);
  }
}
