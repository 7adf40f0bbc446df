package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.TimelineEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @BeforeEach
  void plan() {
    worker.answer("GET /v1/projects/shop", 200, Samples.shop());
    worker.answer("GET /v1/projects/shop/timeline?since=0", 200, List.of(entry(1), entry(2)));
    worker.answer("GET /v1/projects/shop/timeline?since=2", 200, List.of(entry(3)));
    worker.answer("GET /v1/projects/shop/timeline?since=3", 200, List.of());
    events(
        "event: ping\ndata: {}\n\n"
            + event("status", Samples.status("other", Phase.FAILED, Samples.NOW))
            + event("timeline", entry(3))
            + event("status", Samples.status("shop", Phase.COMPLETED, Samples.NOW)));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private void events(String body) {
    worker.raw(
        "GET /v1/events?project=shop",
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + body);
  }

  private static String event(String name, Object data) {
    return "event: " + name + "\ndata: " + ApiJson.line(data) + "\n\n";
  }

  private static TimelineEntry entry(long number) {
    return new TimelineEntry(
        number, Samples.NOW, EntryKind.AGENT, "developer", "step " + number + "\u001b[2J");
  }

  @Test
  void tellsEveryTransitionOnceAndEndsWithTheProject() {
    Shell.Result watched = new Shell(folder).speakingTo(worker).run("watch", "shop");

    assertThat(watched.err()).isEmpty();
    assertThat(watched.exit()).isZero();
    assertThat(watched.out().lines().map(line -> line.replaceAll("^.*step", "step")))
        .containsExactly("step 1", "step 2", "step 3", "shop COMPLETED");
    assertThat(watched.out()).doesNotContain("\u001b");
  }

  @Test
  void anEntryOfAnotherDayThanTheReadersIsDatedInItsZone() {
    ZoneId far = ZoneId.of("Pacific/Kiritimati");
    Shell shell =
        new Shell(folder).speakingTo(worker).at(Samples.NOW.plus(Duration.ofDays(1)), far);
    assertThat(shell.run("timeline", "shop").out().lines())
        .hasSize(3)
        .startsWith("2026-11-21")
        .allMatch(line -> line.equals("2026-11-21") || line.startsWith("00:30:00"));
  }

  @Test
  void redrawsATerminalAndGivesItBack() {
    Shell.Result watched =
        new Shell(folder).speakingTo(worker).on(Terminal.sized(80, 40)).run("watch", "shop");

    assertThat(watched.out()).startsWith("\u001b[?1049h").contains("\u001b[H", "step 3");
    assertThat(watched.out()).endsWith("\u001b[?25h\u001b[?1049lshop COMPLETED\n");
    assertThat(watched.exit()).isZero();
  }

  @Test
  void jsonIsALineForEachTransition() {
    Shell.Result watched =
        new Shell(folder).speakingTo(worker).run("timeline", "shop", "-f", "--json");
    assertThat(watched.out().lines()).hasSize(4).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void aFailedProjectIsAFailure() {
    events(event("status", Samples.status("shop", Phase.FAILED, Samples.NOW)));
    assertThat(new Shell(folder).speakingTo(worker).run("watch", "shop").exit()).isEqualTo(1);
  }

  @Test
  void aWorkerThatGoesAwayIsSaidSo() {
    events("event: ping\ndata: {}\n\n");
    worker.computed(
        "GET /v1/projects/shop/timeline?since=0",
        requests -> {
          worker.close();
          return List.of(entry(1));
        });
    Shell shell = new Shell(folder).speakingTo(worker);

    assertThatThrownBy(
            () ->
                Following.best("shop", shell.here(), false)
                    .within(Duration.ofMillis(1))
                    .untilOver())
        .isInstanceOfSatisfying(Failure.class, gone -> assertThat(gone.exit()).isEqualTo(4))
        .hasMessageContaining("the run itself goes on");
  }
}
