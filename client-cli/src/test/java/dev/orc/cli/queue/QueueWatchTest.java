package dev.orc.cli.queue;

import static dev.orc.cli.queue.BatchSamples.batch;
import static dev.orc.cli.queue.BatchSamples.ended;
import static dev.orc.cli.queue.BatchSamples.item;
import static dev.orc.cli.queue.BatchSamples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.cli.batch.BatchFollowing;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueWatchTest {
  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @BeforeEach
  void plan() {
    BatchStatus open =
        batch("queue", item("shop", ItemState.RUNNING), item("blog", ItemState.WAITING));
    worker.answer("GET /v1/queue", 200, List.of(open));
    worker.answer("GET /v1/queue/queue/story?since=0", 200, List.of(told(1, "shop")));
    worker.answer("GET /v1/queue/queue/story?since=1", 200, List.of(told(1, "x"), told(2, "shop")));
    worker.answer("GET /v1/queue/queue/story?since=2", 200, List.of());
    ends(open, ended("queue", item("shop", ItemState.COMPLETED), item("blog", ItemState.REMOVED)));
  }

  private void ends(BatchStatus first, BatchStatus last) {
    worker.computed(
        "GET /v1/queue/queue",
        requests ->
            requests.stream().filter(one -> one.line().endsWith("/queue/queue")).count() < 2
                ? first
                : last);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  @Test
  void tellsTheStoryOnceInPlainLinesAndEndsWithTheBatch() {
    Shell.Result watched = shell().run("queue", "watch");
    assertThat(watched.err()).isEmpty();
    assertThat(watched.out().lines().map(line -> line.replaceAll("^.*step", "step")))
        .containsExactly(
            "step 1", "step 2", "Batch queue is over, 2 projects: 1 completed, 1 removed");
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).doesNotContain("\u001b", "\r");
  }

  @Test
  void aTerminalHasALineThatSaysHowFarItIs() {
    Shell.Result watched = shell().on(Terminal.sized(80, 24)).run("queue", "watch");
    assertThat(watched.out())
        .contains("\r\u001b[K0/2 done · running shop · next blog\r\u001b[K")
        .endsWith("Batch queue is over, 2 projects: 1 completed, 1 removed\n");
  }

  @Test
  void whatIsEscalatedOrSkippedIsAFailure() {
    for (ItemState state : List.of(ItemState.ESCALATED, ItemState.SKIPPED, ItemState.STOPPED)) {
      BatchStatus over = ended("queue", item("shop", ItemState.COMPLETED), item("blog", state));
      ends(over, over);
      assertThat(shell().run("queue", "watch").exit()).isEqualTo(1);
    }
  }

  @Test
  void doesNotWaitForAnEmptyQueueToEnd() {
    BatchStatus idle = batch("queue", item("shop", ItemState.COMPLETED));
    ends(idle, idle);
    assertThat(shell().run("queue", "watch").exit()).isZero();
  }

  @Test
  void jsonIsALineForEachPartOfTheStoryAndOneForTheEnd() {
    Shell.Result watched = shell().run("queue", "watch", "--json");
    assertThat(watched.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void aWorkerThatStaysAwayIsSaidSo() {
    worker.computed(
        "GET /v1/queue/queue/story?since=0",
        requests -> {
          worker.close();
          return List.of(told(1, "shop"));
        });
    BatchFollowing following =
        new BatchFollowing("queue", shell().here(), false).within(Duration.ofMillis(1));
    assertThatThrownBy(following::untilOver)
        .isInstanceOfSatisfying(Failure.class, gone -> assertThat(gone.exit()).isEqualTo(4))
        .hasMessageContaining("the batch itself goes on");
  }
}
