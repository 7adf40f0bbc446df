package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.uber.m3.tally.NoopScope;
import dev.orc.worker.process.Json;
import dev.orc.worker.seal.KeyFile;
import dev.orc.worker.seal.Seal;
import dev.orc.worker.seal.SealedConverter;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.Ladder;
import dev.orc.worker.temporal.TemporalDown;
import dev.orc.worker.temporal.TemporalForTests;
import dev.orc.worker.temporal.TemporalSettings;
import dev.orc.workflows.model.ApiAddress;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A worker in this process, with a Temporal and a home of its own. Not thread-safe. */
public final class WorkerUnderTest implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HostFolders folders;
  private final Map<String, String> environment = new HashMap<>();
  private final FakeHost host;
  private final Class<?> batch;
  private Class<?> project = ProjectWorkflowImpl.class;
  private HostWorker worker; // null when none could be started

  /** An answer of the API. */
  public record Said(int status, JsonNode body, String text) {}

  /** With the best Temporal that this machine has. */
  public WorkerUnderTest(Path home) throws IOException {
    this(home, null);
  }

  /**
   * @param kind of Temporal; null for the best that this machine has
   */
  public WorkerUnderTest(Path home, String kind) throws IOException {
    this(home, kind, FakeBatchWorkflow.class);
  }

  /**
   * @param batch what runs batches
   */
  public WorkerUnderTest(Path home, String kind, Class<?> batch) throws IOException {
    this.batch = batch;
    environment.put("ORC_HOME", home.toString());
    environment.put("HOME", home.toString());
    String program = TemporalForTests.program();
    if (program == null || kind != null) {
      environment.put("TEMPORAL_KIND", kind == null ? "embedded" : kind);
    } else {
      environment.put("ORC_TEMPORAL_BIN", program);
    }
    folders = HostFolders.of(environment);
    host = new FakeHost(home.resolve("project").toString());
    start();
  }

  public void start() throws IOException {
    worker = null;
    worker = HostWorker.start(parts());
  }

  /** Ends the worker and starts another, which runs orchestrations with that edition. */
  public void startAnew(Class<?> edition) throws IOException {
    stopWorker();
    project = edition;
    start();
  }

  public HostWorker.Parts parts() {
    return new HostWorker.Parts(
        folders,
        "testhost",
        TemporalSettings.of(null, null, environment),
        0,
        false,
        new Class<?>[] {project, batch},
        () -> host);
  }

  public void stopWorker() {
    worker.close();
  }

  /** Another connection to its Temporal; closed by the caller. */
  public Connection connect() {
    Ladder ladder = new Ladder(folders, parts().temporal());
    return Connection.open(
        ladder.climb(),
        ladder.profile(),
        SealedConverter.of(new Seal(new KeyFile(folders), false)),
        "test",
        new NoopScope());
  }

  public FakeHost host() {
    return host;
  }

  public HostFolders folders() {
    return folders;
  }

  public ApiAddress address() throws IOException {
    return Json.lenient().readValue(Files.readString(folders.apiFile()), ApiAddress.class);
  }

  public Said get(String path) {
    return call("GET", path, null, null);
  }

  public Said post(String path, Object body) {
    return call("POST", path, body, null);
  }

  /**
   * @param token null for the operator's
   */
  public Said call(String method, String path, Object body, String token) {
    try {
      String text =
          body == null || body instanceof String
              ? (String) body
              : Json.lenient().writeValueAsString(body);
      ApiAddress to = address();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + path))
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", "Bearer " + (token == null ? to.token() : token))
              .method(
                  method,
                  text == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(text))
              .build();
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      boolean json =
          answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
      return new Said(
          answer.statusCode(), json ? Json.lenient().readTree(answer.body()) : null, answer.body());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Asks again until the answer is as wanted; the last one when it never is. */
  public Said await(String path, Predicate<Said> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Said said = get(path);
    while (!wanted.test(said) && System.nanoTime() < end) {
      pause();
      said = get(path);
    }
    return said;
  }

  /** Starts an orchestration, and waits until its team works. */
  public void begin(String project) {
    StartRequest request =
        new StartRequest(
            UUID.randomUUID().toString(),
            "person",
            "/spec.md",
            "/p/" + project,
            project,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null);
    assertThat(post("/v1/projects", request).status()).isEqualTo(201);
    await("/v1/projects/" + project, said -> said.body().path("phase").asText().equals("WORKING"));
  }

  /** Posts what has an id of its own until the orchestration answers, which may be busy. */
  public Said postUntilAnswered(String path, Object body) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Said said = post(path, body);
    while (said.status() == 503 && System.nanoTime() < end) {
      pause();
      said = post(path, body);
    }
    return said;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (worker != null) {
      worker.close();
    }
    TemporalDown.end(folders);
  }
}
