package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.worker.process.Json;
import dev.orc.worker.temporal.TemporalDown;
import dev.orc.workflows.model.ApiAddress;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worker as a process of its own, over the real host floor and the embedded server. */
@Timeout(120)
class WorkerProcessTest {
  @TempDir Path home;
  private final String socket = "orc-test-" + UUID.randomUUID();
  private final List<Process> started = new ArrayList<>();
  private HostFolders folders;

  @BeforeEach
  void configure() throws IOException {
    folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Files.createDirectories(folders.config());
    Files.writeString(folders.config().resolve("config.yaml"), "tmux:\n  socket: " + socket + "\n");
  }

  @AfterEach
  void endEverything() throws IOException, InterruptedException {
    started.forEach(Process::destroyForcibly);
    for (Process process : started) {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    TemporalDown.end(folders);
    assertThat(
            new ProcessBuilder("tmux", "-L", socket, "kill-server")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(10, TimeUnit.SECONDS))
        .isTrue();
  }

  @Test
  void aSecondWorkerIsRefusedAndSigtermEndsTheFirstCleanly()
      throws IOException, InterruptedException {
    Process first = worker();
    awaitUp(first);

    Process second = worker();
    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(5);
    assertThat(
            new String(
                second.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("a worker of this host runs already (pid " + first.pid() + ")")
        .hasLineCount(1);

    first.destroy();
    assertThat(first.waitFor(8, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(folders.apiFile()).doesNotExist();
    assertThat(folders.state().resolve("worker.pid")).doesNotExist();
    assertThat(Files.readString(folders.logs().resolve("worker.log")))
        .contains("level=INFO")
        .contains("runs end with it")
        .doesNotContain("Bearer");
  }

  @Test
  void afterSigkillTheNextWorkerTakesOverAndFindsTheServer()
      throws IOException, InterruptedException {
    Process first = worker();
    awaitUp(first);
    String server = Files.readString(folders.state().resolve("temporal/server.json"));

    first.destroyForcibly();
    assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Process second = worker();
    awaitUp(second);

    assertThat(Files.readString(folders.state().resolve("temporal/server.json"))).isEqualTo(server);
  }

  @Test
  void aFaultyConfigurationIsSaidAndExitsWithTwo() throws IOException, InterruptedException {
    Files.writeString(folders.config().resolve("config.yaml"), "hsot: x\n");

    Process process = worker();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(
            new String(
                process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("hsot");
  }

  private Process worker() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            WorkerMain.class.getName());
    builder.environment().put("ORC_HOME", home.toString());
    builder.environment().put("TEMPORAL_KIND", "embedded");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private void awaitUp(Process worker) throws InterruptedException, IOException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      assertThat(worker.isAlive()).as("the worker lives").isTrue();
      if (up(worker)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("the worker is not up");
  }

  private boolean up(Process worker) throws IOException, InterruptedException {
    if (!Files.exists(folders.apiFile())) {
      return false;
    }
    ApiAddress address =
        Json.lenient().readValue(Files.readString(folders.apiFile()), ApiAddress.class);
    if (address.pid() != worker.pid()) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.port() + "/v1/health"))
            .header("Authorization", "Bearer " + address.token())
            .build();
    return HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == 200;
  }
}
