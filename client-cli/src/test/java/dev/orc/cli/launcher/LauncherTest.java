package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LauncherTest {
  @TempDir Path folder;

  private FakeTree tree;

  @AfterEach
  void clear() throws IOException {
    tree.close();
  }

  @BeforeEach
  void plant() throws IOException {
    tree = new FakeTree(folder);
  }

  @Test
  void passesEveryWordOnThroughLinksAndBlanks() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1");
    Path bin = Files.createDirectories(folder.resolve("my bin"));
    Path far = Files.createSymbolicLink(bin.resolve("orc"), tree.root.resolve("orc"));
    Path near = Files.createSymbolicLink(bin.resolve("o"), Path.of("orc"));

    for (Path launcher : List.of(far, near)) {
      FakeTree.Run run = tree.run(Map.of(), launcher, "send", "a b", "", "*", "it's\n\"so\"");
      assertThat(run.exit()).as(run.err()).isZero();
    }
    String calls = Files.readString(folder.resolve("java.calls"));
    assertThat(calls).contains("[dev.orc.cli.Main][send][a b][][*][it's\n\"so\"]");
  }

  @Test
  void helpOfTheWorkerStartsNone() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1");
    assertThat(tree.run("worker", "run", "--help").exit()).isZero();
    String calls = Files.readString(folder.resolve("java.calls"));
    assertThat(calls)
        .contains("[dev.orc.cli.Main][worker][run][--help]")
        .doesNotContain("WorkerMain");
  }

  @Test
  void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1");
    FakeTree.Run first = tree.run("list");
    assertThat(first.err()).startsWith("orc: building").hasLineCount(1);
    assertThat(first.out()).isEmpty();
    assertThat(tree.run("list").err()).isEmpty();
    assertThat(tree.calls("mvn")).hasSize(1).allMatch(call -> call.contains("-B -Dfast"));

    tree.edit("B.java");
    assertThat(tree.run("list").err()).contains("building");
    assertThat(tree.calls("mvn")).hasSize(2);
  }

  @Test
  void aFailedBuildSaysWhereTheLogIs() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1").mark("mvn.fails", "");
    FakeTree.Run run = tree.run("list");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("orc: the build failed. See " + tree.root);
    assertThat(Files.readString(tree.root.resolve("target/orc-build.log"))).contains("broken");
    assertThat(tree.root.resolve("target/orc-build.lock")).doesNotExist();
  }

  @Test
  void twoAtOnceBuildOnce() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1").mark("mvn.slow", "");
    Process one = tree.start(Map.of(), tree.root.resolve("orc"), "list");
    Process other = tree.start(Map.of(), tree.root.resolve("orc"), "list");

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(tree.calls("mvn")).hasSize(1);
    assertThat(tree.commands()).hasSize(2);
  }

  @Test
  void aLockOfADeadBuildIsTakenOver() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1");
    Path lock = Files.createDirectories(tree.root.resolve("target/orc-build.lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    assertThat(tree.run("list").exit()).isZero();
    assertThat(tree.calls("mvn")).hasSize(1);
  }

  @Test
  void anyBuildTellsItsModulesAndWhatItFetches() throws IOException, InterruptedException {
    tree.jdk("seventeen", "17.0.1+1")
        .mark(
            "mvn.says",
            "[INFO] Building orc 0.1.0        [1/5]\n"
                + "[INFO] Downloaded from central: x\n".repeat(201)
                + "[INFO] Building orc-workflows 0.1.0    [2/5]\n");
    assertThat(tree.run("list").err().lines().skip(1))
        .containsExactly(
            "orc:   orc (1/5)",
            "orc:   100 files fetched",
            "orc:   200 files fetched",
            "orc:   orc-workflows (2/5)");
    assertThat(tree.root.resolve("target/orc-build.log")).content().contains("Downloaded from");
  }

  @Test
  void takesTheNewestThatIsKnownToWork() throws IOException, InterruptedException {
    tree.jdk("a", "17.0.1+1").jdk("b", "21.0.2+3").jdk("c", "25.0.3+9").jdk("d", "99-ea+1");
    tree.run("list");
    assertThat(known()).contains("/jdks/c/bin/java");
  }

  @Test
  void aNamedJdkIsTakenAndAnOldOneRefused() throws IOException, InterruptedException {
    tree.jdk("a", "17.0.1+1").jdk("b", "25.0.2+3").jdk("old", "11.0.2+9");
    Path launcher = tree.root.resolve("orc");
    tree.run("list");
    tree.run(Map.of("ORC_JAVA", folder.resolve("jdks/a").toString()), launcher, "list");
    assertThat(known()).contains("/jdks/a/bin/java");

    FakeTree.Run old =
        tree.run(Map.of("ORC_JAVA", folder.resolve("jdks/old").toString()), launcher, "list");
    assertThat(old.exit()).isEqualTo(1);
    assertThat(old.err()).contains("is Java 11, too old");
    assertThat(tree.run(Map.of("ORC_JAVA", "/nowhere"), launcher, "list").err())
        .contains("ORC_JAVA '/nowhere' is no JDK");
  }

  @Test
  void aJdkThatIsGoneIsLookedForAnew() throws IOException, InterruptedException {
    tree.jdk("a", "17.0.1+1").jdk("b", "21.0.2+3");
    tree.run("list");
    Files.delete(folder.resolve("jdks/b/bin/java"));

    assertThat(tree.run("list").exit()).isZero();
    assertThat(known()).contains("/jdks/a/bin/java");
  }

  @Test
  void theArchiveIsMadeOnceAndUsedByTheJavaThatMadeIt() throws IOException, InterruptedException {
    archiveIsUsed("17.0.1+1", "-XX:SharedArchiveFile=");
  }

  @Test
  void fromTwentyFiveOnItIsAnAotCache() throws IOException, InterruptedException {
    archiveIsUsed("25.0.1+1", "-XX:AOTCache=");
  }

  private void archiveIsUsed(String version, String flag) throws IOException, InterruptedException {
    tree.jdk("one", version);
    tree.run("list");
    Path archives = tree.root.resolve("client-cli/target/orc/archive");
    Await.until(() -> tree.calls("java").size() == 2 && Await.names(archives).size() == 1);
    tree.run("list");

    assertThat(tree.commands()).hasSize(2);
    assertThat(tree.commands().get(0)).doesNotContain(flag);
    assertThat(tree.commands().get(1)).contains("[" + flag);
    assertThat(tree.calls("java")).hasSize(3);
  }

  private String known() throws IOException {
    return Files.readString(folder.resolve("home/cache/jdk"));
  }
}
