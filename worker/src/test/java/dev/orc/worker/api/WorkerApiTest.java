package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.Spooled;
import dev.orc.workflows.model.StartRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API over real HTTP, with the real workflow on a real Temporal; the host alone is a fake. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WorkerApiTest {
  @TempDir static Path home;
  private WorkerUnderTest worker;

  @BeforeAll
  void start() throws IOException {
    worker = new WorkerUnderTest(home);
  }

  @AfterAll
  void end() throws InterruptedException {
    worker.close();
  }

  @Test
  void saysHowItIs() throws IOException {
    Said health = worker.get("/v1/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().get("temporalReachable").asBoolean()).isTrue();
    assertThat(health.body().get("host").asText()).isEqualTo("testhost");
    assertThat(health.body().get("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    assertThat(worker.get("/v1/openapi.json").body().get("paths").size()).isGreaterThan(15);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(worker.folders().apiFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void servesNobodyWithoutAToken() throws IOException {
    assertThat(worker.call("GET", "/v1/health", null, "wrong").status()).isEqualTo(401);
    assertThat(worker.call("GET", "/v1/none", null, "wrong").status()).isEqualTo(401);
    assertThat(worker.call("GET", "/v1/health/live", null, "wrong").status()).isEqualTo(200);
  }

  @Test
  void aViewerMayOnlyLook() throws IOException {
    String viewer =
        Json.lenient()
            .readTree(worker.folders().state().resolve("tokens.json").toFile())
            .get("viewer")
            .asText();

    assertThat(worker.call("GET", "/v1/projects", null, viewer).status()).isEqualTo(200);
    Said refused = worker.call("POST", "/v1/projects", request("v", "/v"), viewer);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("error").asText()).contains("viewer");
  }

  @Test
  void runsAnOrchestrationFromStartToStop() {
    Said started = worker.post("/v1/projects", request("whole", "/p/whole"));
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    assertThat(started.body().get("workflowId").asText()).isEqualTo("orc/whole");

    Said working = worker.await("/v1/projects/whole", said -> phase(said).equals("WORKING"));
    assertThat(phase(working)).as(working.text()).isEqualTo("WORKING");
    assertThat(agent(working, "developer").get("state").asText()).isEqualTo("busy");

    Message message = message("hello");
    Said sent = worker.post("/v1/projects/whole/messages", message);
    assertThat(sent.status()).as(sent.text()).isEqualTo(202);
    assertThat(sent.body().get("repeated").asBoolean()).isFalse();
    Said again = worker.post("/v1/projects/whole/messages", message);
    assertThat(again.body().get("repeated").asBoolean()).isTrue();
    Said inbox =
        worker.await(
            "/v1/projects/whole/inbox?role=developer", said -> delivered(said, message.id()));
    assertThat(delivered(inbox, message.id())).as(inbox.text()).isTrue();
    assertThat(worker.host().delivered.stream().filter(message.id()::equals)).hasSize(1);

    assertThat(worker.get("/v1/projects/whole/timeline?since=0").body().size()).isPositive();
    assertThat(worker.get("/v1/projects/whole/checkins").status()).isEqualTo(200);
    assertThat(worker.get("/v1/projects/whole/worktrees").body().size()).isEqualTo(1);
    Said diff = worker.get("/v1/projects/whole/diff?role=developer");
    assertThat(diff.body().at("/0/files/0/path").asText()).as(diff.text()).isEqualTo("a b.txt");
    assertThat(diff.body().at("/0/role").asText()).isEqualTo("developer");
    Said patch = worker.get("/v1/projects/whole/diff/patch");
    assertThat(patch.body().at("/0/text").asText()).as(patch.text()).isEqualTo("@@ 1 @@");
    Said sync = worker.get("/v1/projects/whole/sync");
    assertThat(sync.body().at("/forecasts/0/conflicts/0").asText()).isEqualTo("a b.txt");
    assertThat(sync.body().get("project").asText()).as(sync.text()).isEqualTo("whole");
    assertThat(worker.get("/v1/projects/none/diff").status()).isEqualTo(404);
    assertThat(worker.get("/v1/projects/whole/screen?role=developer").text()).contains("screen of");
    assertThat(worker.get("/v1/projects/whole/screen?role=nobody").status()).isEqualTo(404);
    assertThat(worker.get("/metrics").text())
        .containsPattern("orc_messages_accepted_total [1-9]")
        .contains("orc_delivery_seconds_count");
    String told = worker.await("/metrics", said -> said.text().contains("temporal_")).text();
    assertThat(told).as("what Temporal's SDK counts").contains("temporal_request");

    Said stopped = worker.post("/v1/projects/whole/stop", new Request(id(), "person", "enough"));
    assertThat(stopped.status()).as(stopped.text()).isEqualTo(202);
    Said over = worker.await("/v1/projects/whole", said -> phase(said).equals("STOPPED"));
    assertThat(phase(over)).as(over.text()).isEqualTo("STOPPED");
    Said closed = worker.await("/v1/projects?closed=true", said -> said.text().contains("STOPPED"));
    assertThat(closed.text()).contains("whole", "/p/whole").doesNotContain("1970-");
    Said late = worker.post("/v1/projects/whole/messages", message("late"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().get("error").asText()).contains("is over");
    assertThat(worker.host().audited)
        .anyMatch(entry -> entry.id().equals(message.id()) && entry.outcome().equals("accepted"))
        .noneMatch(entry -> entry.toString().contains("hello"));
  }

  @Test
  void ofTwoStartsAtTheSameInstantOneWins() {
    CompletableFuture<Said> one =
        CompletableFuture.supplyAsync(
            () -> worker.post("/v1/projects", request("twice", "/p/twice")));
    CompletableFuture<Said> two =
        CompletableFuture.supplyAsync(
            () -> worker.post("/v1/projects", request("twice", "/p/twice")));

    List<Said> said = List.of(one.join(), two.join());
    assertThat(said).extracting(Said::status).containsExactlyInAnyOrder(201, 409);
    Said loser = said.get(0).status() == 409 ? said.get(0) : said.get(1);
    assertThat(loser.body().get("error").asText()).contains("is held by");
    assertThat(loser.body().get("remedy").asText()).contains("orc status twice");
  }

  @Test
  void oneDirectoryHoldsOneOrchestration() {
    assertThat(worker.post("/v1/projects", request("first", "/p/shared")).status()).isEqualTo(201);

    Said second = worker.post("/v1/projects", request("second", "/p/shared"));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().get("error").asText()).contains("/p/shared").contains("first");
  }

  @Test
  void saysWhatIsWrongWithSpecs() throws IOException {
    Path spec = Files.writeString(home.resolve("shop.md"), "PROJECT: Shop");

    Said well = worker.post("/v1/specs/check", paths(spec.toString()));
    assertThat(well.status()).as(well.text()).isEqualTo(200);
    assertThat(well.body().at("/entries/0/title").asText()).isEqualTo("Shop");
    assertThat(well.body().get("faults")).isEmpty();

    Said ill = worker.post("/v1/specs/check", paths(home + "/none.md"));
    assertThat(ill.status()).isEqualTo(200);
    assertThat(ill.body().at("/faults/0/fault").asText()).isEqualTo("there is no such file");
    assertThat(ill.body().at("/faults/0/remedy").asText()).isNotBlank();
  }

  private static SpecsRequest paths(String path) {
    return new SpecsRequest(List.of(path), List.of(), null);
  }

  @Test
  void aDryRunStartsNothing() {
    Said planned = worker.post("/v1/projects?dry-run=true", request("dry", "/p/dry"));

    assertThat(planned.status()).isEqualTo(200);
    assertThat(planned.body().get("runId").isNull()).isTrue();
    assertThat(worker.get("/v1/projects/dry").status()).isEqualTo(404);
  }

  @Test
  void whatMakesNoSenseIsSaidInOneLine() {
    assertThat(error(worker.post("/v1/projects", "{\"nonsense\":1}"), 400, 2)).contains("nonsense");
    assertThat(error(worker.post("/v1/projects", "{"), 400, 2)).isNotBlank();
    assertThat(error(worker.call("POST", "/v1/projects", null, null), 400, 2)).contains("no body");
    assertThat(error(worker.post("/v1/projects?dry-run=maybe", request("x", "/x")), 400, 2))
        .contains("dry-run");
    assertThat(error(worker.get("/v1/projects/nobody"), 404, 3)).contains("nobody");
    assertThat(error(worker.get("/v1/projects/No%20Name"), 404, 3)).isNotBlank();
    assertThat(error(worker.get("/v1/nothing"), 404, 3)).contains("/v1/nothing");
    assertThat(error(worker.call("DELETE", "/v1/projects", null, null), 400, 2)).contains("DELETE");
    assertThat(error(worker.post("/v1/projects/nobody/messages", message("x")), 404, 3))
        .contains("nobody");
    Message noText = message("x");
    String broken = "{\"id\":\"" + noText.id() + "\",\"from\":\"person\",\"to\":\"developer\"}";
    assertThat(error(worker.post("/v1/projects/nobody/messages", broken), 400, 2))
        .contains("either a text or a file");
    assertThat(error(worker.post("/v1/projects", "\"" + "x".repeat(4 << 20) + "\""), 400, 2))
        .contains("4 MiB");
  }

  @Test
  void theWorkflowsRefusalIsPassedOn() {
    worker.post("/v1/projects", request("strict", "/p/strict"));
    worker.await("/v1/projects/strict", said -> phase(said).equals("WORKING"));

    Said refused =
        worker.post(
            "/v1/projects/strict/messages",
            Message.ordinary(id(), "person", "nobody", "hi", Instant.now()));

    assertThat(error(refused, 404, 3)).contains("nobody");
  }

  @Test
  void aPlanWithoutATeamIsNoFaultOfTheWorker() {
    assertThat(error(worker.post("/v1/team/export", "{\"team\":null}"), 400, 2))
        .contains("no team");
  }

  @Test
  void whatWasSpooledIsHandedOverInOrder() throws IOException {
    worker.post("/v1/projects", request("spooled", "/p/spooled"));
    worker.await("/v1/projects/spooled", said -> phase(said).equals("WORKING"));
    Path outbox = worker.folders().outbox();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Message message = message("spooled " + i);
      ids.add(message.id());
      spool(outbox, "a" + i, Spooled.of("spooled", message));
    }
    Report report =
        new Report(id(), "developer", 1, ReportKind.PROGRESS, "half", null, null, Instant.now());
    spool(outbox, "b", Spooled.of("spooled", report));
    spool(outbox, "c", Spooled.of("unheard-of", message("x")));

    Said inbox =
        worker.await(
            "/v1/projects/spooled/inbox?role=developer",
            said ->
                ids.stream().allMatch(said.text()::contains)
                    && worker.host().delivered.containsAll(ids));
    assertThat(ids).allMatch(inbox.text()::contains);
    worker.await("/v1/health", said -> said.body().get("outbox").asInt() == 0);
    assertThat(worker.host().delivered.stream().filter(ids::contains))
        .containsExactlyElementsOf(ids);
    assertThat(outbox.resolve("refused/c.json")).exists();
    assertThat(Files.readString(outbox.resolve("refused/c.json.reason"))).contains("unheard-of");
    assertThat(worker.host().audited).anyMatch(entry -> entry.project().equals("unheard-of"));
  }

  @Test
  void tellsListenersWhatHappens() throws IOException {
    worker.post("/v1/projects", request("heard", "/p/heard"));
    worker.await("/v1/projects/heard", said -> phase(said).equals("WORKING"));
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + worker.address().port() + "/v1/events?project=heard")
                .toURL()
                .openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + worker.address().token());
    connection.setReadTimeout(30_000);
    try (BufferedReader events =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(next(events, "event: status")).contains("\"project\":\"heard\"");
      worker.post("/v1/projects/heard/pause", new Request(id(), "person", "lunch"));
      assertThat(next(events, "event: timeline")).contains("\"project\":\"heard\"");
    } finally {
      connection.disconnect();
    }
  }

  private static String next(BufferedReader events, String wanted) throws IOException {
    String line = events.readLine();
    for (int pings = 0; line != null && !line.equals(wanted); line = events.readLine()) {
      pings += line.equals("event: ping") ? 1 : 0;
      assertThat(pings).as("pings while waiting for " + wanted).isLessThan(3);
    }
    String data = events.readLine();
    return data != null && data.startsWith("id:") ? events.readLine() : data;
  }

  private static void spool(Path outbox, String name, Spooled spooled) throws IOException {
    Path draft = outbox.resolve(name + ".draft");
    Files.writeString(draft, Json.lenient().writeValueAsString(spooled));
    Files.move(draft, outbox.resolve(name + ".json"));
  }

  private static String error(Said said, int status, int exit) {
    assertThat(said.status()).as(said.text()).isEqualTo(status);
    assertThat(said.body().get("exit").asInt()).isEqualTo(exit);
    assertThat(said.body().get("remedy").asText()).isNotBlank();
    assertThat(said.body().get("error").asText()).doesNotContain("\n");
    return said.body().get("error").asText();
  }

  /** Whether that very message is there: the brief may be there before it. */
  private static boolean delivered(Said inbox, String id) {
    for (JsonNode letter : inbox.body()) {
      if (letter.at("/message/id").asText().equals(id)) {
        return letter.get("state").asText().equals("delivered");
      }
    }
    return false;
  }

  private static String phase(Said said) {
    return said.body().path("phase").asText();
  }

  private static JsonNode agent(Said said, String role) {
    for (JsonNode agent : said.body().get("agents")) {
      if (agent.get("role").asText().equals(role)) {
        return agent;
      }
    }
    throw new AssertionError("no " + role + " in " + said.text());
  }

  private static StartRequest request(String name, String project) {
    return new StartRequest(
        id(), "person", "/spec.md", project, name, null, null, List.of(), List.of(), null, null);
  }

  private static Message message(String text) {
    return Message.ordinary(id(), Message.PERSON, "developer", text, Instant.now());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
