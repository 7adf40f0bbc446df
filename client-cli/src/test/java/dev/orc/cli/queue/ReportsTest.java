package dev.orc.cli.queue;

import static dev.orc.cli.queue.BatchSamples.batch;
import static dev.orc.cli.queue.BatchSamples.item;
import static dev.orc.cli.queue.BatchSamples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.Totals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  private static final Completed ALONE =
      new Completed(
          "solo",
          "Solo",
          "/home/me/solo",
          "r",
          Phase.STOPPED,
          null,
          null,
          BatchSamples.NOW,
          BatchSamples.NOW,
          5,
          Totals.NONE,
          null);

  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @BeforeEach
  void plan() {
    worker.answer(
        "GET /v1/completed",
        200,
        List.of(
            ALONE,
            run("shop", 2, null, 10),
            run("shop", 1, FailureKind.VERIFICATION, 5),
            run("blog", 1, FailureKind.CRASH_LOOP, 5)));
    worker.answer(
        "GET /v1/queue?closed=true",
        200,
        List.of(batch("queue", item("shop", ItemState.COMPLETED))));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result orc(String line) {
    Shell.Result result = new Shell(folder).speakingTo(worker).run(line.split(" ", -1));
    assertThat(result.err()).isEmpty();
    return result;
  }

  @Test
  void completedIsALineForEachOrchestrationAndTheirSums() {
    List<String> lines = orc("completed").out().lines().toList();
    assertThat(lines.get(0)).startsWith("PROJECT  RESULT     FAILURE       TRY");
    assertThat(lines.subList(1, 5))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactly("shop", "blog", "shop", "solo");
    assertThat(lines.get(2)).contains("FAILED", "crash loop", "5m");
    assertThat(lines.subList(5, 8))
        .containsExactly(
            "4 orchestrations, 1 completed, 2 failed, 1 stopped; 20m in all, median 5m",
            "12 commits, 21 messages, 4m waited for usage limits",
            "failures: 1 verification, 1 crash loop");
  }

  @Test
  void completedKeepsToAProjectAndABatch() {
    assertThat(orc("completed --project shop").out()).contains("2 orchestrations");
    assertThat(orc("completed --batch queue").out()).contains("3 orchestrations");
    assertThat(orc("completed --batch nightly").out())
        .isEqualTo("Nothing has ended in that time.\n");
  }

  @Test
  void csvIsQuotedAndComputesNothing() {
    String csv = orc("completed --project shop --format csv").out();
    List<String> lines = List.of(csv.split("\r\n", -1));
    assertThat(lines).hasSize(4).last().isEqualTo("");
    assertThat(lines.get(0))
        .startsWith("project,result,failure,try,seconds,agents,commits,messages,reports")
        .endsWith("batch,item,title,directory,run_id,reason");
    assertThat(lines.get(1))
        .startsWith("shop,FAILED,VERIFICATION,1,300,1,4,7,2,1,1,90,")
        .endsWith(",'=2+2");
    assertThat(lines.get(2))
        .startsWith("shop,COMPLETED,,2,600,")
        .endsWith(",\"all \"\"good\"\", done\"");
  }

  @Test
  void sinceGoesToTheHostAsAMoment() {
    new Shell(folder).speakingTo(worker).run("completed", "--since", "7d");
    assertThat(worker.last().line()).matches("GET /v1/completed\\?since=20\\d\\d-[^ ]*Z");
  }

  @Test
  void theQueueReportPutsAllTriesOfAProjectTogether() {
    List<String> lines = orc("queue report").out().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1).split(" +"))
        .startsWith("queue", "blog", "blog", "failed", "1", "5m", "5m", "4", "7", "90s");
    assertThat(lines.get(2).split(" +"))
        .startsWith("queue", "shop", "shop", "completed", "2", "30m", "15m", "8", "14", "3m");
    assertThat(lines.get(2)).contains("verification");
    assertThat(orc("queue report --format csv").out())
        .contains("queue,shop,shop,COMPLETED,2,1800,900,8,14,180,");
    assertThat(orc("queue report --json").out()).contains("\"failures\" : [ \"VERIFICATION\" ]");
  }

  @Test
  void itemsOfAnEarlierQueueAndResearchAreNoTriesOfTheirNumber() {
    Completed research = run("news", 1, null, 5);
    worker.answer(
        "GET /v1/completed",
        200,
        List.of(
            ofItem(run("old", 1, FailureKind.TIMEOUT, 5), "i-shop"),
            ofItem(run("shop", 1, null, 10), "i-shop"),
            ofItem(research, "i-shop/research")));
    List<String> lines = orc("queue report").out().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1).split(" +")).startsWith("queue", "shop", "old", "completed", "1");
    assertThat(lines.get(2).split(" +")).startsWith("queue", "shop", "shop", "completed", "1");
  }

  @Test
  void anItemStandsWhereItsOwnQueuePutIt() {
    BatchItem earlier = item("shop", ItemState.ESCALATED);
    BatchItem later = BatchSamples.added(Duration.ofMinutes(45), item("shop", ItemState.COMPLETED));
    worker.answer("GET /v1/completed", 200, List.of(run("shop", 1, null, 0)));
    for (List<BatchStatus> order :
        List.of(
            List.of(batch("queue", later), batch("queue", earlier)),
            List.of(batch("queue", earlier), batch("queue", later)))) {
      worker.answer("GET /v1/queue?closed=true", 200, order);
      List<String> lines = orc("queue report").out().lines().toList();
      assertThat(lines.get(1).split(" +")).startsWith("queue", "shop", "shop", "completed");
    }
  }

  @Test
  void whatEachRoleHasComeToIsCounted() {
    Completed good = run("shop", 1, null, 0);
    worker.answer(
        "GET /v1/completed",
        200,
        List.of(
            withRoles(good, Phase.COMPLETED, role("developer", 2, 3, 500), role("tester", 1, 1, 0)),
            withRoles(good, Phase.FAILED, role("developer", 1, 4, 0), role("developer-2", 1, 1, 0)),
            good));

    List<String> lines = orc("completed --by role").out().lines().toList();

    assertThat(lines.get(0).split(" +"))
        .containsExactly(
            "ROLE", "TRIES", "VERIFIED", "DONE", "RESTARTS", "COMMITS", "TOOK", "TOKENS");
    assertThat(lines.get(1).split(" +"))
        .startsWith("developer", "2", "1", "3", "1", "8")
        .endsWith("500");
    assertThat(lines.get(2).split(" +"))
        .startsWith("tester", "1", "1", "1", "0", "1")
        .endsWith("-");
    assertThat(orc("completed --by role --format csv").out()).startsWith("role,tries,verified,");
    Shell shell = new Shell(folder).speakingTo(worker);
    assertThat(shell.run("completed", "--by", "agent").exit()).isEqualTo(2);
  }

  private static RoleRun role(String name, int lives, int commits, long tokens) {
    return new RoleRun(name, "codex", lives, commits, true, tokens);
  }

  private static Completed withRoles(Completed run, Phase phase, RoleRun... roles) {
    return new Completed(
        run.project(),
        run.title(),
        run.directory(),
        run.runId() + phase,
        phase,
        run.failure(),
        run.reason(),
        run.startedAt(),
        run.endedAt(),
        roles.length,
        run.totals(),
        run.batch(),
        "code_project",
        List.of(roles));
  }

  private static Completed ofItem(Completed run, String item) {
    return new Completed(
        run.project(),
        run.title(),
        run.directory(),
        run.runId(),
        run.phase(),
        run.failure(),
        run.reason(),
        run.startedAt(),
        run.endedAt(),
        run.agents(),
        run.totals(),
        new BatchRef("orc-queue/alpha", item, run.batch().attempt()));
  }
}
