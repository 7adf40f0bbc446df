package dev.orc.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.NoticeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesCommandTest {
  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();
  private Shell shell;

  @BeforeEach
  void up() throws IOException {
    shell = new Shell(folder);
    Files.createDirectories(shell.home().resolve("state"));
    Files.writeString(
        shell.home().resolve("state/api.json"),
        "{\"address\":\"127.0.0.1\",\"port\":" + worker.port() + ",\"token\":\"t\"}");
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void listsWhatWasToldAndWhatNotYet() throws IOException {
    Need need = new Need("n", "shop", "developer", "it crashed", "look", Instant.EPOCH);
    worker.answer(
        "GET /v1/notices", 200, List.of(new NoticeStatus(need, Samples.NOW, List.of("email"))));
    Shell.Result result = shell.run("notices");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("NOT YET TOLD BY", "shop:developer", "it crashed", "email");
    assertThat(shell.run("notices", "--json").out()).contains("\"untold\"", "\"it crashed\"");
  }

  @Test
  void nothingIsSaidSo() throws IOException {
    worker.answer("GET /v1/notices", 200, List.of());
    assertThat(shell.run("notices").out()).contains("Nothing needed a person lately.");
  }

  @Test
  void aTestThatFailsIsAFailure() throws IOException {
    worker.answer(
        "POST /v1/notices/test",
        200,
        List.of(new NoticeTest("email", "no such server"), new NoticeTest("webhook", null)));
    Shell.Result result = shell.run("notices", "--test");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("email: no such server", "webhook: told");
  }

  @Test
  void withoutAnyWayATestSaysWhereToConfigureOne() throws IOException {
    worker.answer("POST /v1/notices/test", 200, List.of());
    Shell.Result result = shell.run("notices", "--test");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("No way to tell people is configured");
  }
}
