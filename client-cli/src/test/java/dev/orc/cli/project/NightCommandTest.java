package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.screen.Width;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NightBatch;
import dev.orc.workflows.model.NightEnd;
import dev.orc.workflows.model.NightFigures;
import dev.orc.workflows.model.NightOpen;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.VerifyResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The morning: {@code orc night}, {@code orc show}, and the line of {@code orc status}. */
class NightCommandTest {
  /** The last one before half past ten of the next day, in UTC. */
  private static final String SINCE = "2026-11-19T22%3A00%3A00Z";

  private static final NightFigures NOTHING = new NightFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).speakingTo(worker).run(words);
  }

  private void answer(Night night) {
    worker.answer("GET /v1/night?since=" + SINCE, 200, night);
    worker.answer("GET /v1/night?since=" + SINCE + "&ends-only=true", 200, night);
  }

  @Test
  void aNightIsOnePage() {
    answer(night());
    Shell.Result shown = run("night");

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out().lines())
        .containsExactly(
            "Since 2026-11-19 22:00 on alpha",
            "1 completed, 1 failed, 1 try that failed and came again, 1 asks, 1 open",
            "9 commits, 2 branches merged, 1 restart, 2 usage limits, 40m waited for",
            "",
            "NEEDS YOU",
            "  blog:tester: asks: Do you trust this folder? (since 10:27)",
            "    orc attach blog:tester",
            "",
            "COMPLETED",
            "  shop  Shopping cart",
            "    2026-11-19 23:40, took 90m, 2 tries, 5 commits, batch queue",
            "    developer, tester merged; main is at 0123456789; VERIFY passed: mvn test",
            "    all is there",
            "",
            "FAILED",
            "  mail  Mail",
            "    03:15, took 2h, verification, 4 commits",
            "    VERIFY failed: npm test",
            "    the verification fails",
            "    orc show mail",
            "",
            "BATCHES",
            "  queue: 2 completed, 1 failed, 1 asks",
            "  old: 1 completed, 2 wait; over at 06:00",
            "",
            "OPEN",
            "  blog: WORKING (paused) since 09:30, 1 to answer  The blog");
  }

  @Test
  void foreignTextNeitherSteersNorWidensThePage() {
    String long200 = "word ".repeat(40);
    NightEnd end =
        end("shop", "T\u001b[31m " + long200, Phase.FAILED, long200 + "\u0007", null, null);
    answer(
        new Night(
            "alpha", since(), Samples.NOW, NOTHING, null, null, List.of(end), null, null, null));
    String page = run("night").out();

    assertThat(page).doesNotContain("\u001b", "\u0007");
    assertThat(page.lines()).allMatch(line -> Width.of(line) <= 80);
  }

  @Test
  void aQuietNightIsSaidSo() {
    answer(quiet(NOTHING));
    assertThat(run("night").out().lines())
        .containsExactly("Since 2026-11-19 22:00 on alpha", "nothing ended, and nothing is open");
  }

  @Test
  void itBeginsWhenOneSaysAndIsGivenAsJson() throws IOException {
    worker.answer("GET /v1/night?since=2026-11-20T02%3A30%3A00Z", 200, night());
    Shell.Result json = run("night", "--since", "8h", "--json");

    Night read = ApiJson.read(Night.class, json.out().getBytes(StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(night());
    assertThat(run("night", "--since", "soon").exit()).isEqualTo(2);
  }

  @Test
  void statusSaysInTheMorningWhatHasEnded() {
    worker.answer("GET /v1/projects", 200, List.of());
    worker.answer("GET /v1/queue?closed=true", 200, List.of());
    answer(quiet(new NightFigures(3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    assertThat(run("status").out().lines())
        .containsExactly(
            "No project is running. Start one: orc start SPEC",
            "3 completed, 1 failed since 2026-11-19 22:00: orc night");

    answer(quiet(NOTHING));
    assertThat(run("status").out()).doesNotContain("orc night");
    worker.answer("GET /v1/projects/shop", 200, Samples.shop());
    answer(quiet(new NightFigures(3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    assertThat(run("status", "shop").out()).doesNotContain("orc night");
  }

  @Test
  void statusDoesWithoutWhereAnEarlierWorkerKnowsNoNightsAndSaysWhatFails() {
    worker.answer("GET /v1/projects", 200, List.of());
    worker.answer("GET /v1/queue?closed=true", 200, List.of());
    assertThat(run("status").exit()).isZero();
    worker.raw("GET /v1/night?since=" + SINCE + "&ends-only=true", FakeWorker.http(503, "{}"));
    assertThat(run("status").exit()).isNotZero();
  }

  @Test
  void aStoryIsShownAsText() {
    ProjectSummary story =
        new ProjectSummary(
            "shop",
            Phase.COMPLETED,
            Samples.NOW,
            "/state/summary.md",
            "# shop: completed\n\n| | |\n| --- | --- |\n| ended | 2026-11-20T10:00:00Z |\n");
    worker.answer("GET /v1/projects/shop/summary", 200, story);

    assertThat(run("show", "shop").out().lines())
        .containsExactly("shop: completed", "", "ended  10:00:00", "", "In /state/summary.md");
    assertThat(run("show", "shop", "--json").out()).contains("\"text\" : \"# shop: completed");
    assertThat(run("show", "none").exit()).isEqualTo(3);
  }

  private static Instant since() {
    return Instant.parse("2026-11-19T22:00:00Z");
  }

  private static Night quiet(NightFigures figures) {
    return new Night("alpha", since(), Samples.NOW, figures, null, null, null, null, null, null);
  }

  private static Night night() {
    return new Night(
        "alpha",
        since(),
        Samples.NOW,
        new NightFigures(1, 1, 0, 1, 1, 1, 9, 2, 1, 2, 2400),
        List.of(
            new Need(
                "n",
                "blog",
                "tester",
                "asks: Do you trust this folder?",
                "orc attach blog:tester",
                Samples.NOW.minusSeconds(180))),
        List.of(
            new NightEnd(
                "shop",
                "Shopping cart",
                "/home/me/shop",
                Phase.COMPLETED,
                null,
                "all is there",
                Instant.parse("2026-11-19T22:10:00Z"),
                Instant.parse("2026-11-19T23:40:00Z"),
                2,
                5,
                0,
                "0123456789abcdef",
                "main",
                List.of("developer", "tester"),
                new VerifyResult(List.of("mvn test"), null),
                "queue",
                "orc show shop")),
        List.of(
            end(
                "mail",
                "Mail",
                Phase.FAILED,
                "the verification fails",
                FailureKind.VERIFICATION,
                new VerifyResult(List.of("npm test"), "npm test"))),
        List.of(),
        List.of(
            new NightBatch("queue", 2, 1, 0, 0, 1, 0, 0, null),
            new NightBatch("old", 1, 0, 0, 0, 0, 0, 2, Instant.parse("2026-11-20T06:00:00Z"))),
        List.of(
            new NightOpen(
                "blog",
                "The blog",
                Phase.WORKING,
                List.of("paused"),
                null,
                since(),
                Instant.parse("2026-11-20T09:30:00Z"),
                1)));
  }

  private static NightEnd end(
      String project,
      String title,
      Phase phase,
      String reason,
      FailureKind failure,
      VerifyResult said) {
    return new NightEnd(
        project,
        title,
        "/d",
        phase,
        failure,
        reason,
        Instant.parse("2026-11-20T01:15:00Z"),
        Instant.parse("2026-11-20T03:15:00Z"),
        1,
        4,
        0,
        null,
        null,
        List.of(),
        said,
        null,
        "orc show " + project);
  }
}
