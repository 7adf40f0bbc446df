package dev.orc.cli.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.workflows.model.ApiAddress;
import dev.orc.workflows.model.ApiError;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.Spooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker is down: what agents say waits, a person is told what to do. */
class SpoolTest {
  @TempDir Path folder;

  @Test
  void anAgentsWordsWaitInTheirOrder() throws IOException {
    Shell window = new Shell(folder).inWindow("shop", "developer");

    Shell.Result first = window.run("send", "tester", "first");
    window.run("report", "done", "second");
    window.run("checkin", "add", "30", "third");

    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("handed over when it is back");
    assertThat(first.out().lines()).hasSize(1);
    List<Spooled> spooled = spooled(window);
    assertThat(spooled).hasSize(3).allMatch(one -> one.project().equals("shop"));
    assertThat(spooled.get(0).message().text()).isEqualTo("first");
    assertThat(spooled.get(0).message().from()).isEqualTo("developer");
    assertThat(spooled.get(1).report().kind()).isEqualTo(ReportKind.DONE);
    assertThat(spooled.get(1).report().incarnation()).isEqualTo(3);
    assertThat(spooled.get(2).checkIn().schedule()).isEqualTo(Schedule.in(30));
    assertThat(spooled.get(2).checkIn().to()).isEqualTo("developer");
  }

  @Test
  void noUnfinishedFileIsLeftAndOnlyTheOwnerReads() throws IOException {
    Shell window = new Shell(folder).inWindow("shop", "developer");
    window.run("report", "progress", "secret");

    try (Stream<Path> files = Files.list(window.home().resolve("state/outbox/to-shop"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0).getFileName().toString()).matches("\\d{19}-[0-9a-z]{16}\\.json");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.get(0))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aStaleAddressCountsAsDown() throws IOException {
    Shell window = new Shell(folder).inWindow("shop", "developer");
    Files.createDirectories(window.home().resolve("state"));
    Files.writeString(
        window.home().resolve("state/api.json"),
        "{\"address\":\"127.0.0.1\",\"port\":1,\"token\":\"t\",\"pid\":1,\"version\":\"0\"}");

    assertThat(window.run("report", "done", "it").exit()).isZero();
    assertThat(spooled(window)).hasSize(1);
  }

  @Test
  void aPersonIsToldWhatToDo() {
    Shell shell = new Shell(folder);
    for (List<String> command :
        List.of(
            List.of("send", "shop:developer", "hello"),
            List.of("report", "done", "x", "--project", "shop", "--role", "developer"),
            List.of("status"),
            List.of("list"),
            List.of("inbox", "shop:developer"),
            List.of("pause", "shop"),
            List.of("worker", "status"))) {
      Shell.Result down = shell.run(command.toArray(String[]::new));
      assertThat(down.exit()).as(command.toString()).isEqualTo(4);
      assertThat(down.err())
          .isEqualTo("orc: the worker of this host is not running. Start it: orc up\n");
    }
    assertThat(shell.home().resolve("state/outbox")).doesNotExist();
  }

  @Test
  void whatIsSaidWhileEarlierWordsWaitDoesNotOvertakeThem() throws IOException {
    Shell window = new Shell(folder).inWindow("shop", "developer");
    window.run("send", "tester", "first");
    try (FakeWorker worker = new FakeWorker()) {
      isUp(window, worker);
      Shell.Result second = window.run("send", "tester", "second");

      assertThat(second.exit()).isZero();
      assertThat(second.out()).contains("is kept behind them").hasLineCount(1);
      assertThat(worker.requests()).isEmpty();
    }
    assertThat(spooled(window))
        .extracting(one -> one.message().text())
        .containsExactly("first", "second");
  }

  @Test
  void whatWaitsForOneProjectHoldsUpNoOther() throws IOException {
    Shell window = new Shell(folder).inWindow("shop", "developer");
    window.run("send", "other:tester", "first");
    try (FakeWorker worker = new FakeWorker()) {
      isUp(window, worker);
      window.run("send", "tester", "second");

      assertThat(worker.last().line()).isEqualTo("POST /v1/projects/shop/messages");
    }
  }

  @Test
  void whileTemporalIsAwayAnAgentsWordsWaitToo() throws IOException {
    Shell window = new Shell(folder).inWindow("shop", "developer");
    try (FakeWorker worker = new FakeWorker()) {
      isUp(window, worker);
      worker.answer(
          "POST /v1/projects/shop/reports", 503, new ApiError(4, "no server", "'orc doctor'"));

      assertThat(window.run("report", "done", "it").out()).contains("Temporal is away");
      String id = worker.last().json().get("id").toString();
      assertThat(spooled(window)).extracting(one -> one.report().id()).containsExactly(id);
      assertThat(
              new Shell(folder)
                  .run("report", "done", "it", "--project", "shop", "--role", "developer")
                  .exit())
          .isEqualTo(4);
    }
    assertThat(spooled(window)).hasSize(1);
  }

  @Test
  void anotherHostsWorkerIsNotSpooledFor() {
    Shell shell =
        new Shell(folder)
            .inWindow("shop", "developer")
            .with("ORC_ADDRESS", "http://127.0.0.1:1")
            .with("ORC_TOKEN", "t");
    assertThat(shell.run("report", "done", "x").exit()).isEqualTo(4);
  }

  private static void isUp(Shell shell, FakeWorker worker) throws IOException {
    Files.createDirectories(shell.home().resolve("state"));
    Files.write(
        shell.home().resolve("state/api.json"),
        ApiJson.write(new ApiAddress("127.0.0.1", worker.port(), "t", 1, "0")));
  }

  private static List<Spooled> spooled(Shell shell) throws IOException {
    List<Spooled> spooled = new ArrayList<>();
    try (Stream<Path> files = Files.list(shell.home().resolve("state/outbox/to-shop"))) {
      for (Path file : files.sorted().toList()) {
        spooled.add(ApiJson.read(Spooled.class, Files.readAllBytes(file)));
      }
    }
    return spooled;
  }
}
