package dev.orc.cli.whole;

import static dev.orc.cli.whole.BatchSpecsForTests.AT_THE_SECOND_TRY;
import static dev.orc.cli.whole.BatchSpecsForTests.NEVER;
import static dev.orc.cli.whole.BatchSpecsForTests.SLOWLY;
import static dev.orc.cli.whole.BatchSpecsForTests.WELL;
import static dev.orc.cli.whole.BatchSpecsForTests.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.cli.host.WorkerStop;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queue of a host, by every command that speaks to it, with the worker killed on the way. */
@Timeout(240)
class QueueIT {
  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void worksThroughEverythingInItsOrderAndAsksAtLast() throws Exception {
    try (OrcForTests orc = BatchSpecsForTests.home().raise()) {
      everyCommandChangesWhatIsToCome(orc);
      orc.follow(orc.batch("queue"));
      aKilledWorkerLosesNothing(orc);
      aPauseStartsNothingMore(orc);

      Shell.Result watched = orc.run("queue", "watch");
      assertThat(watched.err()).isEmpty();
      assertThat(watched.exit()).isEqualTo(1);
      assertThat(watched.out()).contains("Batch queue is over, 8 projects: 6 completed");

      everyProjectEndedOnceAsItShould(orc);
      theOrderWasKept(orc);
      theReportsSayIt(orc);
      orc.follow(orc.batch("queue"));
    }
  }

  private static void everyCommandChangesWhatIsToCome(OrcForTests orc) throws IOException {
    assertThat(add(orc, "begin", SLOWLY)).contains("Added begin", "orc queue watch");
    add(orc, "plain", WELL);
    add(orc, "urgent", WELL, "--priority", "5");
    add(orc, "after", WELL, "--after", "plain");
    add(orc, "once", AT_THE_SECOND_TRY);
    add(orc, "never", NEVER);
    add(orc, "gone", WELL);
    add(orc, "last", WELL, "--tag", "late");
    String again = orc.folder().resolve("plain/plain.md").toString();
    assertThat(orc.ok("queue", "add", again, "--driver", "scripted", "--roles", "orchestrator"))
        .contains("Was there already: plain");

    orc.ok("queue", "remove", "gone");
    orc.ok("queue", "move", "last", "--before", "plain");
    orc.ok("queue", "move", "never", "--last");
    assertThat(waiting(orc)).containsExactly("urgent", "last", "plain", "after", "once", "never");
    assertThat(orc.ok("queue", "show", "after")).contains("after      plain");
    assertThat(orc.run("queue", "remove", "nothing").exit()).isEqualTo(3);
  }

  private static String add(OrcForTests orc, String name, String goal, String... more) {
    List<String> line = new ArrayList<>(List.of("queue", "add"));
    line.add(project(orc, name, goal).toString());
    line.addAll(List.of("--driver", "scripted", "--roles", "orchestrator"));
    line.addAll(List.of(more));
    return orc.ok(line.toArray(String[]::new));
  }

  private static List<String> waiting(OrcForTests orc) throws IOException {
    return orc.batch("queue").items().stream()
        .filter(item -> item.state() == ItemState.WAITING)
        .map(BatchItem::name)
        .toList();
  }

  private static void aKilledWorkerLosesNothing(OrcForTests orc) throws IOException {
    long before = orc.pid("worker.pid");
    assertThat(WorkerStop.killWorker(orc.stage().here())).isTrue();
    Await.until("the worker is back", LONG, () -> orc.health().isPresent());
    assertThat(orc.pid("worker.pid")).isNotEqualTo(before);
  }

  private static void aPauseStartsNothingMore(OrcForTests orc) throws IOException {
    Await.until("the second is begun", LONG, () -> completed(orc, "begin"));
    orc.ok("queue", "pause", "--reason", "lunch");
    Await.until("what ran is over", LONG, () -> running(orc.batch("queue")) == 0);
    BatchStatus paused = orc.batch("queue");
    assertThat(paused.paused()).isTrue();
    assertThat(paused.count(ItemState.WAITING)).isPositive();
    assertThat(orc.ok("queue", "list")).contains("paused");
    orc.ok("queue", "resume");
  }

  private static boolean completed(OrcForTests orc, String name) throws IOException {
    return item(orc.batch("queue"), name).state() == ItemState.COMPLETED;
  }

  private static long running(BatchStatus batch) {
    return batch.count(ItemState.RUNNING)
        + batch.count(ItemState.STARTING)
        + batch.count(ItemState.RESEARCHING);
  }

  private static BatchItem item(BatchStatus batch, String name) {
    return batch.items().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static void everyProjectEndedOnceAsItShould(OrcForTests orc) throws IOException {
    BatchStatus batch = orc.batch("queue");
    for (String name : List.of("begin", "plain", "urgent", "after", "once", "last")) {
      assertThat(item(batch, name).state()).as(name).isEqualTo(ItemState.COMPLETED);
      assertThat(runs(orc, name))
          .filteredOn(run -> run.phase() == Phase.COMPLETED)
          .as(name)
          .hasSize(1);
    }
    assertThat(item(batch, "gone").state()).isEqualTo(ItemState.REMOVED);
    assertThat(runs(orc, "gone")).isEmpty();
    assertThat(item(batch, "never").state()).isEqualTo(ItemState.ESCALATED);
    assertThat(item(batch, "never").failure()).isEqualTo(FailureKind.REPORTED);
    assertThat(runs(orc, "never")).extracting(Completed::phase).containsOnly(Phase.FAILED);
    assertThat(item(batch, "once").tries()).isEqualTo(2);
    assertThat(orc.stage().output(orc.folder().resolve("once"), List.of("cat", "result.txt")))
        .isEqualTo("again");
  }

  private static List<Completed> runs(OrcForTests orc, String project) throws IOException {
    return orc.completed().stream().filter(run -> run.project().equals(project)).toList();
  }

  private static void theOrderWasKept(OrcForTests orc) throws IOException {
    List<String> firsts =
        orc.completed().stream()
            .sorted(Comparator.comparing(Completed::startedAt))
            .map(Completed::project)
            .distinct()
            .toList();
    assertThat(firsts)
        .containsExactly("begin", "urgent", "last", "plain", "after", "once", "never");
    Instant over = runs(orc, "plain").get(0).endedAt();
    assertThat(runs(orc, "after").get(0).startedAt()).isAfterOrEqualTo(over);
  }

  private static void theReportsSayIt(OrcForTests orc) {
    assertThat(orc.ok("completed", "--since", "1h", "--batch", "queue"))
        .contains("9 orchestrations, 6 completed, 3 failed", "failures: 3 reported");
    String csv = orc.ok("queue", "report", "--format", "csv");
    assertThat(csv.split("\r\n", -1)).hasSize(9);
    assertThat(csv).contains("queue,once,once,COMPLETED,2,", "queue,never,never,ESCALATED,2,");
    assertThat(orc.ok("research", "never", "--analysis")).contains("It can not be done");
  }
}
