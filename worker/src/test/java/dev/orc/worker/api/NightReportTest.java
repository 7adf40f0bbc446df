package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.retry.research.IntegrationKeeper.Kept;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NightBatch;
import dev.orc.workflows.model.NightEnd;
import dev.orc.workflows.model.NightFigures;
import dev.orc.workflows.model.NightOpen;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.VerifyResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A night is counted once, whatever told of it. */
class NightReportTest {
  private static final Instant SINCE = Instant.parse("2026-01-01T22:00:00Z");
  private static final String QUEUE = "orc-queue/alpha";

  private static Instant at(int minute) {
    return SINCE.plusSeconds(60L * minute);
  }

  private static Night night(
      List<Completed> ends,
      Map<String, Kept> integrations,
      List<ProjectStatus> open,
      BatchStatus... batches) {
    return NightReport.of(
        new NightReport.Facts(
            "alpha",
            SINCE,
            at(600),
            ends,
            project -> Optional.ofNullable(integrations.get(project)),
            open,
            List.of(batches),
            workflow -> workflow.equals(QUEUE) ? "queue" : "nightly"));
  }

  @Test
  void endsAreSortedAndTellWhatVerifySaid() {
    Map<String, Kept> kept =
        Map.of(
            "shop", kept(20, null, "mvn test"),
            "mail", kept(20, "npm test", "npm test"),
            "plain", kept(20, null));
    Night night =
        night(
            List.of(
                end("shop", Phase.COMPLETED, 10, 30, null),
                end("mail", Phase.FAILED, 10, 31, null),
                end("plain", Phase.STOPPED, 10, 32, null)),
            kept,
            List.of());

    assertThat(night.completed()).extracting(NightEnd::project).containsExactly("shop");
    NightEnd shop = night.completed().get(0);
    assertThat(shop.verification()).isEqualTo(new VerifyResult(List.of("mvn test"), null));
    assertThat(shop.head()).isEqualTo("1111");
    assertThat(shop.branch()).isEqualTo("main");
    assertThat(shop.merged()).containsExactly("developer", "tester");
    assertThat(shop.look()).isEqualTo("orc show shop");
    NightEnd mail = night.failed().get(0);
    assertThat(mail.verification().failed()).isEqualTo("npm test");
    assertThat(mail.head()).as("nothing was moved").isNull();
    assertThat(night.stopped().get(0).verification()).isNull();
    assertThat(night.figures()).isEqualTo(new NightFigures(1, 1, 1, 0, 0, 0, 12, 4, 3, 3, 270));
  }

  @Test
  void anIntegrationIsOnlyThatOfTheOrchestrationThatRanThen() {
    Night night =
        night(
            List.of(
                end("shop", Phase.FAILED, 10, 30, null),
                end("shop", Phase.COMPLETED, 40, 60, null)),
            Map.of("shop", kept(50, null, "mvn test")),
            List.of(project("shop", at(70))));

    assertThat(night.failed().get(0).verification()).isNull();
    assertThat(night.completed().get(0).verification()).isNotNull();
    assertThat(
            night(
                    List.of(end("shop", Phase.FAILED, 10, 30, null)),
                    Map.of("shop", kept(80, null, "mvn test")),
                    List.of(project("shop", at(70))))
                .failed()
                .get(0)
                .verification())
        .as("that of the one that runs")
        .isNull();
  }

  @Test
  void aBatchsProjectIsWhatItsLastTryIs() {
    BatchStatus queue =
        batch(item("1", "shop", ItemState.COMPLETED, 40), item("2", "mail", ItemState.RETRYING, 0));
    Night night =
        night(
            List.of(
                end("shop", Phase.FAILED, 10, 20, new BatchRef(QUEUE, "1", 1)),
                end("look", Phase.COMPLETED, 21, 22, new BatchRef(QUEUE, "1/research", 1)),
                end("mail", Phase.FAILED, 22, 25, new BatchRef(QUEUE, "2", 1)),
                end("shop", Phase.COMPLETED, 30, 40, new BatchRef(QUEUE, "1", 2))),
            Map.of(),
            List.of(),
            queue);

    assertThat(night.completed()).extracting(NightEnd::project).containsExactly("shop");
    assertThat(night.completed().get(0).tries()).isEqualTo(2);
    assertThat(night.completed().get(0).batch()).isEqualTo("queue");
    assertThat(night.failed()).as("it is tried again").isEmpty();
    assertThat(night.figures().triedAgain()).isEqualTo(2);
    assertThat(night.figures().restarts()).as("of every try").isEqualTo(4);
  }

  @Test
  void aLaterQueueCountsItsProjectsAnew() {
    Night night =
        night(
            List.of(
                end("shop", Phase.COMPLETED, 10, 20, new BatchRef(QUEUE, "1", 1)),
                end("mail", Phase.COMPLETED, 30, 40, new BatchRef(QUEUE, "1", 1))),
            Map.of(),
            List.of());

    assertThat(night.completed()).extracting(NightEnd::project).containsExactly("shop", "mail");
    assertThat(night.figures().triedAgain()).isZero();
  }

  @Test
  void whatFailedForGoodBeforeItStartedIsToldOnce() {
    BatchStatus queue =
        batch(
            item("1", "bad", ItemState.ESCALATED, 15),
            item("2", "mail", ItemState.ESCALATED, 26),
            item("3", "old", ItemState.ESCALATED, -5));
    Night night =
        night(
            List.of(end("mail", Phase.FAILED, 20, 25, new BatchRef(QUEUE, "2", 1))),
            Map.of(),
            List.of(),
            queue);

    assertThat(night.failed()).extracting(NightEnd::project).containsExactly("bad", "mail");
    assertThat(night.failed().get(0).look()).isEqualTo("orc queue show bad --batch queue");
    assertThat(night.batches()).containsExactly(new NightBatch("queue", 0, 2, 0, 0, 0, 0, 0, null));
  }

  @Test
  void needsAndRequestsAreOneListAndWhoAsksIsNoneOfThoseThatRun() {
    ProjectStatus asking = project("shop", at(5));
    BatchStatus queue =
        batch(
            item("1", "shop", ItemState.RUNNING, 0),
            item("2", "blog", ItemState.RUNNING, 0),
            item("3", "next", ItemState.WAITING, 0),
            item("4", "site", ItemState.COMPLETED, 9));
    Night night = night(List.of(), Map.of(), List.of(asking), queue);

    assertThat(night.needs())
        .extracting(Need::what)
        .containsExactly("asks architect for: deploy", "asks: Really?");
    assertThat(night.needs())
        .extracting(Need::remedy)
        .containsExactly("orc authorize a1 yes|no --project shop", "orc attach shop:developer");
    assertThat(night.figures().asks()).isEqualTo(2);
    assertThat(night.open()).extracting(NightOpen::needs).containsExactly(2);
    assertThat(night.batches()).containsExactly(new NightBatch("queue", 1, 0, 0, 0, 1, 1, 1, null));
  }

  private static Completed end(String project, Phase phase, int from, int to, BatchRef batch) {
    return new Completed(
        project,
        "T",
        "/d",
        project + from,
        phase,
        phase == Phase.FAILED ? FailureKind.VERIFICATION : null,
        "why",
        at(from),
        at(to),
        2,
        new Totals(0, 0, 0, 0, 1, 4, 1, 90, 0),
        batch);
  }

  private static Kept kept(int minute, String failed, String... verify) {
    Integration integration =
        new Integration(
            failed == null,
            "1111",
            "backup",
            List.of("developer", "tester"),
            List.of(),
            failed,
            null);
    return new Kept(at(minute), integration, "main", List.of(verify));
  }

  private static ProjectStatus project(String name, Instant started) {
    Need need =
        new Need("n", name, "developer", "asks: Really?", "orc attach shop:developer", at(9));
    Authorization asked =
        new Authorization("a1", "developer", "architect", "deploy", at(8), at(20));
    return new ProjectStatus(
        name,
        "T",
        "alpha",
        "/d",
        "main",
        name,
        Phase.WORKING,
        null,
        null,
        started,
        started,
        null,
        null,
        List.of(need),
        List.of(asked),
        null,
        null);
  }

  private static BatchStatus batch(BatchItem... items) {
    return new BatchStatus(
        "queue", QUEUE, "alpha", false, "working", null, at(-60), null, List.of(items));
  }

  /**
   * @param ended in that minute, where its state is an end
   */
  private static BatchItem item(String id, String name, ItemState state, int ended) {
    return new BatchItem(
        id,
        name,
        name,
        "/" + name + ".md",
        "/d",
        0,
        null,
        null,
        state,
        1,
        "why",
        null,
        at(-50),
        at(-40),
        state.over() ? at(ended) : null,
        null);
  }
}
