package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code orc worker run --keep}: the worker comes back unless it ended by its own will. */
@Timeout(60)
class KeeperTest {
  @TempDir Path folder;

  private FakeTree tree;

  @AfterEach
  void clear() throws IOException {
    tree.close();
  }

  @BeforeEach
  void plant() throws IOException {
    tree = new FakeTree(folder).jdk("seventeen", "17.0.1+1");
  }

  @Test
  void aDeadWorkerIsStartedAgainUntilItEndsWell() throws IOException, InterruptedException {
    tree.mark(
        "java.does",
        "n=$(cat \"$FAKE/n\" 2>/dev/null || echo 0); echo $((n + 1)) >\"$FAKE/n\"\n"
            + "case $n in 0) kill -9 $$ ;; 1) exit 1 ;; *) exit 0 ;; esac\n");
    FakeTree.Run kept = tree.run("worker", "run", "--keep");

    assertThat(kept.exit()).isZero();
    assertThat(tree.commands()).hasSize(3).allMatch(call -> call.contains("WorkerMain"));
    assertThat(kept.err()).contains("the worker ended with 137", "the worker ended with 1;");
    assertThat(folder.resolve("home/state/keeper.pid")).doesNotExist();
  }

  @Test
  void aSecondWorkerIsNotTriedAgain() throws IOException, InterruptedException {
    tree.mark("java.does", "exit 5");
    assertThat(tree.run("worker", "run", "--keep").exit()).isEqualTo(5);
    assertThat(tree.commands()).hasSize(1);
  }

  @Test
  void aSecondKeeperLeavesTheFirstAlone() throws IOException, InterruptedException {
    tree.mark("java.does", ": >\"$FAKE/up\"\ntrap 'exit 0' TERM; while :; do sleep 0.1; done\n");
    Process first = tree.start(Map.of(), tree.root.resolve("orc"), "worker", "run", "--keep");
    Await.until(() -> Await.names(folder).contains("up"));
    FakeTree.Run second = tree.run("worker", "run", "--keep");

    assertThat(second.exit()).isEqualTo(5);
    assertThat(second.err())
        .isEqualTo("orc: a keeper of this host runs already (pid " + first.pid() + ")\n");
    assertThat(keeperFile()).hasContent(String.valueOf(first.pid()));
    first.destroy();
    assertThat(first.waitFor()).isZero();
    assertThat(keeperFile()).doesNotExist();
  }

  @Test
  void theFileOfADeadKeeperIsTakenOver() throws IOException, InterruptedException {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(keeperFile().getParent());
    Files.writeString(keeperFile(), dead.pid() + "\n");

    assertThat(tree.run("worker", "run", "--keep").exit()).isZero();
    assertThat(keeperFile()).doesNotExist();
  }

  @Test
  void whereNothingCanBeWrittenItSaysSoAndEnds() throws IOException, InterruptedException {
    Files.createDirectories(keeperFile().resolve("in the way"));
    FakeTree.Run run = tree.run("worker", "run", "--keep");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("\norc: " + keeperFile() + " cannot be written.")
        .hasLineCount(2);
    assertThat(tree.commands()).isEmpty();
  }

  private Path keeperFile() {
    return folder.resolve("home/state/keeper.pid");
  }

  @Test
  void withoutKeepItIsTheWorkerItself() throws IOException, InterruptedException {
    tree.mark("java.does", "exit 9");
    assertThat(tree.run("worker", "run", "extra").exit()).isEqualTo(9);
    assertThat(tree.commands()).hasSize(1);
    assertThat(tree.commands().get(0)).contains("[dev.orc.worker.WorkerMain][extra]");
  }

  @Test
  void askedToEndItEndsTheWorkerFirst() throws IOException, InterruptedException {
    tree.mark(
        "java.does",
        "trap 'echo ended >>\"$FAKE/order\"; exit 0' TERM; : >\"$FAKE/up\"\n"
            + "while :; do sleep 0.1; done\n");
    Process keeper = tree.start(Map.of(), tree.root.resolve("orc"), "worker", "run", "--keep");
    Await.until(() -> Await.names(folder).contains("up"));
    keeper.destroy();

    assertThat(keeper.waitFor()).isZero();
    assertThat(folder.resolve("order")).hasContent("ended");
    assertThat(tree.commands()).hasSize(1);
    assertThat(folder.resolve("home/state/keeper.pid")).doesNotExist();
  }
}
