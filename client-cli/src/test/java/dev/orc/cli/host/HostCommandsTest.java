package dev.orc.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCommandsTest {
  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker();

  @AfterEach
  void close() {
    worker.close();
  }

  private int refused;

  /** A shell on the host of a worker whose Temporal is durable or not. */
  private Shell up(boolean durable) throws IOException {
    HostHealth health =
        new HostHealth(
            "0.1.0",
            "alpha",
            4711,
            Samples.NOW,
            "17",
            durable ? "development" : "embedded",
            "127.0.0.1:7233",
            durable,
            true,
            durable ? "http://127.0.0.1:8233" : null,
            "3.3a",
            true,
            "orc",
            2,
            9,
            0,
            refused,
            List.of());
    worker.answer("GET /v1/health", 200, health);
    Shell shell = new Shell(folder);
    Files.createDirectories(shell.home().resolve("state"));
    Files.writeString(
        shell.home().resolve("state/api.json"),
        "{\"address\":\"127.0.0.1\",\"port\":" + worker.port() + ",\"token\":\"t\"}");
    return shell;
  }

  @Test
  void upSaysWhatServesAndWhetherItLasts() throws IOException {
    Shell.Result durable = up(true).run("up");
    assertThat(durable.exit()).isZero();
    assertThat(durable.out())
        .isEqualTo(
            "Already up: worker 4711 on alpha; Temporal's development server at 127.0.0.1:7233,"
                + " durable\n"
                + "Web UI, for you alone: http://127.0.0.1:8233\n");
    assertThat(up(false).run("up").out()).contains("NOT durable: runs end with it").hasLineCount(1);
    assertThat(up(true).run("up", "--json").out()).contains("\"temporalDurable\" : true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{\"address\":\"127.0", "{\"port\": 7}"})
  void anAddressThatCanNotBeReadIsSaidInOneLine(String broken) throws IOException {
    Shell shell = up(true);
    Path file = shell.home().resolve("state/api.json");
    Files.writeString(file, broken);
    Shell.Result status = shell.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.err()).startsWith("orc: cannot read the worker's address in " + file);
    assertThat(status.err()).contains("orc up").hasLineCount(1);
  }

  @Test
  void upIsForThisHostAlone() {
    Shell far = new Shell(folder).speakingTo(worker);
    assertThat(far.run("up").exit()).isEqualTo(2);
    assertThat(far.run("down").exit()).isEqualTo(2);
  }

  @Test
  void downFindsNothingWhereNothingRuns() throws IOException {
    Shell shell = new Shell(folder);
    Path state = Files.createDirectories(shell.home().resolve("state"));
    // This very process is alive, and no worker: it must be left in peace.
    Files.writeString(state.resolve("worker.pid"), ProcessHandle.current().pid() + "\n");
    Files.writeString(state.resolve("keeper.pid"), "no number\n");

    Shell.Result down = shell.run("down");
    assertThat(down.exit()).isZero();
    assertThat(down.out()).isEqualTo("Nothing was running.\n");
  }

  @Test
  void downDoesNotEndRunsUnasked() throws IOException {
    Shell.Result down = up(false).run("down");
    assertThat(down.exit()).isEqualTo(5);
    assertThat(down.err()).contains("2 projects run on the embedded Temporal", "--keep-temporal");
    assertThat(up(false).run("down", "--force").out()).isEqualTo("Nothing was running.\n");
    assertThat(up(true).run("down").out()).isEqualTo("Nothing was running.\n");
  }

  @Test
  void theGroupsOfCommandsShowWhatThereIs() throws IOException {
    assertThat(up(true).run("worker").out()).contains("process 4711", "2 projects, 9 agents");
    assertThat(up(true).run("worker", "--json").out()).startsWith("{");
  }

  @Test
  void downEndsWhatIsOurs() throws IOException, InterruptedException {
    Shell shell = new Shell(folder);
    Path state = Files.createDirectories(shell.home().resolve("state"));
    Process own =
        new ProcessBuilder("sh", "-c", "sleep 60; :", "dev.orc.worker.WorkerMain").start();
    Files.writeString(state.resolve("worker.pid"), own.pid() + "\n");

    Shell.Result down = shell.run("down");
    assertThat(down.out()).contains("Stopped: worker " + own.pid(), "Agents in tmux go on living");
    assertThat(own.waitFor()).isNotZero();
  }

  @Test
  void doctorTellsOfWordsThatWereRefusedForGood() throws IOException {
    refused = 2;
    assertThat(up(true).run("doctor").out())
        .contains("2 words of agents were refused for good")
        .contains("outbox/refused");
  }

  @Test
  void theDoctorLooksAtEverything() throws IOException {
    Shell.Result doctor = up(true).run("doctor");
    assertThat(doctor.out())
        .contains("ok    java", "tmux", "git", "temporal", "agents", "disk", "ok    worker")
        .contains("ok    durable", "ok    config        defaults");
    assertThat(up(false).run("doctor").out())
        .contains("warn  durable       runs end with the embedded");
    assertThat(doctor.exit()).isZero();
  }

  @Test
  void theDoctorFailsWhenSomethingIsMissing() {
    Shell.Result doctor = new Shell(folder).with("PATH", folder.toString()).run("doctor", "--json");
    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.out()).contains("\"state\" : \"fail\"").contains("orc setup");
  }

  @Test
  void versionSpeaksOfTheWorkerToo() throws IOException {
    assertThat(up(true).run("version").out()).contains("orc 0.1.0, Java ", "worker 0.1.0");
    assertThat(new Shell(folder.resolve("other")).run("version").out())
        .contains("worker: not running");
  }

  @Test
  void logsShowTheLastLinesCleaned() throws IOException {
    Shell shell = new Shell(folder);
    assertThat(shell.run("logs").exit()).isEqualTo(3);
    Path logs = Files.createDirectories(shell.home().resolve("state/logs"));
    Files.writeString(logs.resolve("worker.log"), "one\ntwo \u001b[2J\nthree\n");

    assertThat(shell.run("logs", "-n", "2").out()).isEqualTo("two \nthree\n");
    assertThat(shell.run("logs", "-n", "0").out()).isEmpty();
    assertThat(shell.run("logs").out()).isEqualTo("one\ntwo \nthree\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionsAreGoodShell(String shell) throws IOException, InterruptedException {
    String script = new Shell(folder).run("completion", shell).out();
    assertThat(script).contains("worktrees", "--wait-answer");
    Process check = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    try (var in = check.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void completionsForFishNameEveryCommandAndOption() {
    String script = new Shell(folder).run("completion", "fish").out();
    assertThat(script)
        .contains("complete -c orc -n '__fish_use_subcommand' -a send -d 'Send a message")
        .contains(
            "__fish_seen_subcommand_from checkin; and __fish_seen_subcommand_from add' -l every -r");
  }
}
