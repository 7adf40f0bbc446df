package dev.orc.cli.queue;

import static dev.orc.cli.queue.BatchSamples.batch;
import static dev.orc.cli.queue.BatchSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueCommandsTest {
  private static final BatchStatus QUEUE =
      batch(
          "queue",
          item("shop", ItemState.RUNNING),
          item("blog", ItemState.RETRYING, "the checks fail"),
          item("wiki", ItemState.WAITING, "waits for base"),
          item("news", ItemState.WAITING),
          item("base", ItemState.ESCALATED));

  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker().answer("GET /v1/queue", 200, List.of(QUEUE));

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result run(String line) {
    return new Shell(folder).speakingTo(worker).run(line.split(" ", -1));
  }

  @Test
  void listShowsWhatNeedsAPersonFirstAndThenEveryProject() {
    Shell.Result list = run("queue list");

    assertThat(list.err()).isEmpty();
    assertThat(list.exit()).isZero();
    List<String> lines = list.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("NEEDS YOU");
    assertThat(lines.get(1)).isEqualTo("  base: the checks fail (10m)");
    assertThat(lines.get(2)).contains("orc queue show base --batch queue");
    assertThat(lines.get(4)).isEqualTo("queue  working, 1 at a time");
    assertThat(lines.get(5).split(" +"))
        .containsExactly(
            "", "#", "NAME", "PROJECT", "STATE", "TRIES", "PRIORITY", "SINCE", "REASON");
    assertThat(lines.get(6).split(" +"))
        .containsExactly("", "1", "shop", "shop-repo", "running", "2", "3", "40m");
    assertThat(lines.get(7)).endsWith("the checks fail; next try in 30m");
    assertThat(lines.get(8)).contains("wiki  -").endsWith("waits for base");
    assertThat(lines.get(11))
        .isEqualTo("5 projects: 2 waiting, 1 running, 1 retrying, 1 escalated");
    assertThat(list.out()).doesNotContain("\u001b");
  }

  @Test
  void queueAloneIsItsList() {
    assertThat(run("queue").out()).isEqualTo(run("queue list").out());
  }

  @Test
  void listNamesOtherOpenBatchesAndShowsOneThatIsNamed() {
    BatchStatus nightly = batch("nightly", item("a", ItemState.COMPLETED));
    worker.answer("GET /v1/queue", 200, List.of(nightly, QUEUE));
    worker.answer("GET /v1/queue/nightly", 200, nightly);
    assertThat(run("queue list").out())
        .contains("queue  working")
        .contains("Also open: nightly, 1/1 done");
    assertThat(run("queue list --batch nightly").out()).startsWith("nightly  working");
  }

  @Test
  void listSaysHowToBeginWhenThereIsNothing() {
    worker.answer("GET /v1/queue", 200, List.of());
    worker.answer("GET /v1/queue?closed=true", 200, List.of(BatchSamples.ended("old")));
    assertThat(run("queue list").out()).contains("orc queue add SPEC");
    assertThat(run("queue list --all").out())
        .containsPattern("old  over, ended \\d+s ago\n0 projects");
    assertThat(run("queue list --json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void withoutAQueueTheOnlyOtherBatchIsMeant() {
    BatchStatus nightly = batch("nightly", item("a", ItemState.RUNNING));
    worker.answer("GET /v1/queue", 200, List.of(nightly));
    worker.answer("POST /v1/queue/nightly/pause", 202, new Accepted("1", false, null));
    assertThat(run("queue pause").out()).isEqualTo("nightly starts nothing more.\n");

    worker.answer("GET /v1/queue", 200, List.of(nightly, batch("weekly")));
    Shell.Result which = run("queue pause");
    assertThat(which.exit()).isEqualTo(2);
    assertThat(which.err()).contains("--batch and one of: nightly, weekly");

    worker.answer("GET /v1/queue", 200, List.of());
    assertThat(run("queue pause").exit()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queue remove shop --stop --reason why|remove|i-shop|true",
        "queue remove shop-repo|remove|i-shop|false",
        "queue retry i-base|retry|i-base|false",
        "queue retry --all|retry||false",
      })
  void itemsAreNamedByTheirIds(String line, String verb, String item, boolean stop)
      throws IOException {
    worker.answer("POST /v1/queue/queue/items/" + verb, 202, new Accepted("1", false, "soon"));
    Shell.Result asked = run(line);
    assertThat(asked.err()).isEmpty();
    assertThat(asked.out()).contains("(soon).");
    assertThat(worker.last().json())
        .containsEntry("item", item)
        .containsEntry("stop", stop)
        .containsEntry("by", "person");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--first|i-blog||false",
        "--before news|i-news||false",
        "--last|||true",
        "--priority 9||9|false"
      })
  void movesToOnePlace(String place, String before, Integer priority, boolean last)
      throws IOException {
    worker.answer("POST /v1/queue/queue/items/move", 202, new Accepted("1", false, null));
    assertThat(run("queue move wiki " + place).err()).isEmpty();
    assertThat(worker.last().json())
        .containsEntry("item", "i-wiki")
        .containsEntry("before", before)
        .containsEntry("priority", priority)
        .containsEntry("last", last);
  }

  @Test
  void anItemThatIsNotThereIsSaidSo() {
    Shell.Result none = run("queue remove nothing");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("there is no 'nothing' in batch queue");
    assertThat(worker.requests()).hasSize(1);
  }

  @Test
  void whatFailedInABatchThatIsOverIsAddedAgain() {
    worker.answer("GET /v1/queue", 200, List.of());
    worker.answer(
        "GET /v1/queue/queue", 200, BatchSamples.ended("queue", item("base", ItemState.ESCALATED)));
    Shell.Result late = run("queue retry base");
    assertThat(late.exit()).isEqualTo(5);
    assertThat(late.err()).contains("queue is over").contains("orc queue add /home/me/base.md");
  }

  @Test
  void twoOfOneNameAreToldApart() {
    BatchStatus twice =
        batch("queue", item("shop", ItemState.RUNNING), item("shop", ItemState.ESCALATED, "why"));
    worker.answer("GET /v1/queue", 200, List.of(twice));
    assertThat(run("queue list").out()).contains("orc queue show i-shop --batch queue");
  }

  @Test
  void statusShowsWhatFailedForGoodAndHowFarBatchesAre() {
    BatchStatus over =
        BatchSamples.ended(
            "old", item("base", ItemState.ESCALATED), item("mail", ItemState.ESCALATED));
    worker.answer("GET /v1/projects", 200, List.of());
    worker.answer("GET /v1/queue?closed=true", 200, List.of(QUEUE, over));
    List<String> lines = run("status").out().lines().toList();
    assertThat(lines)
        .startsWith("NEEDS YOU")
        .endsWith("No project is running. Start one: orc start SPEC");
    assertThat(lines)
        .contains("  base: failed for good: the checks fail (10m)")
        .contains("    orc queue show base --batch queue", "    orc queue show mail --batch old")
        .contains("batch queue: 1/5 done · running shop · next blog");
  }

  @Test
  void statusLeadsToAnEarlierQueueByTheListOfAll() {
    BatchStatus over = BatchSamples.ended("queue", item("mail", ItemState.ESCALATED));
    BatchStatus before =
        new BatchStatus(
            "queue",
            over.workflowId(),
            "alpha",
            false,
            "over",
            null,
            over.startedAt().minusSeconds(9),
            over.endedAt(),
            over.items());
    worker.answer("GET /v1/projects", 200, List.of());
    worker.answer("GET /v1/queue?closed=true", 200, List.of(batch("queue"), before));
    assertThat(run("status").out())
        .contains("mail: failed for good", "    orc queue list --all")
        .doesNotContain("orc queue show mail");
  }

  @Test
  void statusForgetsWhatWasAddedAgain() {
    BatchStatus over = BatchSamples.ended("old", item("base", ItemState.ESCALATED));
    BatchStatus again = batch("queue", BatchSamples.addedNow(item("base", ItemState.WAITING)));
    worker.answer("GET /v1/projects", 200, List.of());
    worker.answer("GET /v1/queue?closed=true", 200, List.of(again, over));
    assertThat(run("status").out()).doesNotContain("NEEDS YOU").contains("batch queue: 0/1 done");
  }

  @Test
  void showTellsTriesAndStoryOfOneProjectAlone() {
    worker.answer(
        "GET /v1/completed",
        200,
        List.of(
            BatchSamples.run("base", 1, FailureKind.VERIFICATION, 5),
            BatchSamples.run("shop", 1, null, 5)));
    worker.answer(
        "GET /v1/queue/queue/story?since=0",
        200,
        List.of(BatchSamples.told(1, "base"), BatchSamples.told(2, "shop")));
    Shell.Result shown = run("queue show base");
    assertThat(shown.err()).isEmpty();
    assertThat(shown.out())
        .contains("state      escalated (crash loop): the checks fail")
        .contains("after      base\n", "tags       web\n", "ended      10m ago\n")
        .contains("try 1      failed (verification) after 5m: =2+2")
        .contains("step 1")
        .doesNotContain("step 2")
        .doesNotContain("next try");
    assertThat(run("queue show base --json").out()).contains("\"tries\" : [");
  }
}
