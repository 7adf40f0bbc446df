package dev.orc.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
