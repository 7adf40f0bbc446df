package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches over real HTTP on the embedded Temporal; the batch itself only remembers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class QueueApiTest {
  @TempDir static Path home;
  private WorkerUnderTest worker;

  @BeforeAll
  void start() throws IOException {
    worker = new WorkerUnderTest(home, "embedded");
  }

  @AfterAll
  void end() throws InterruptedException {
    worker.close();
  }

  @Test
  void theQueueStartsItselfAndTakesMore() {
    Said first = add(null, "a");
    Said second = add("queue", "b");

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().get("batch").asText()).isEqualTo("queue");
    assertThat(second.body().at("/entries/0/item").asText()).isEqualTo("2");
    JsonNode status = worker.get("/v1/queue/queue").body();
    assertThat(status.get("host").asText()).isEqualTo("testhost");
    assertThat(names(status.get("items"))).containsExactly("a", "b");
    assertThat(names(worker.get("/v1/queue").body(), "batch")).contains("queue");
    assertThat(worker.host().audited)
        .anySatisfy(
            line -> {
              assertThat(line.project()).isEqualTo("batch queue");
              assertThat(line.what()).isEqualTo("queue add");
              assertThat(line.outcome()).isEqualTo("accepted");
            });
  }

  @Test
  void aBatchRunsAsWishedAndIsOverWhenAllIsRemoved() {
    BatchWish wish = new BatchWish(7, false, "warning");
    worker.post("/v1/queue", new BatchAdd(id(), "me", "night", entries("x"), wish));
    JsonNode settings = worker.get("/v1/queue/night").body().get("settings");
    assertThat(settings.get("parallel").asInt()).isEqualTo(7);
    assertThat(settings.get("continueOnError").asBoolean()).isFalse();
    assertThat(settings.get("level").asText()).isEqualTo("WARNING");
    assertThat(settings.get("historyEvents").asInt()).isEqualTo(500);

    String pause = id();
    assertThat(tell("night/pause", new Request(pause, "me", null)).status()).isEqualTo(202);
    assertThat(
            tell("night/pause", new Request(pause, "me", null)).body().get("repeated").asBoolean())
        .isTrue();
    assertThat(worker.get("/v1/queue/night").body().get("paused").asBoolean()).isTrue();
    assertThat(tell("night/resume", new Request(id(), "me", null)).status()).isEqualTo(202);
    assertThat(
            tell("night/items/move", new MoveRequest(id(), "me", "x", null, null, true)).status())
        .isEqualTo(202);
    assertThat(tell("night/items/retry", new ItemRequest(id(), "me", "x", false, null)).status())
        .isEqualTo(202);
    assertThat(names(worker.get("/v1/queue/night/story?since=1").body(), "what"))
        .containsExactly("paused", "resumed", "moved", "retried");

    assertThat(tell("night/items/remove", new ItemRequest(id(), "me", "no", false, null)).status())
        .isEqualTo(404);
    assertThat(tell("night/items/remove", new ItemRequest(id(), "me", "x", false, null)).status())
        .isEqualTo(202);
    worker.await("/v1/queue", said -> !names(said.body(), "batch").contains("night"));
    assertThat(names(worker.get("/v1/queue?closed=true").body(), "batch")).contains("night");
    assertThat(worker.get("/v1/queue/night").body().at("/items/0/state").asText())
        .isEqualTo("REMOVED");
    assertThat(tell("night/pause", new Request(id(), "me", null)).text()).contains("is over");
  }

  @Test
  void specsMakeABatchWithANameOfItsOwn() {
    SpecsRequest specs = new SpecsRequest(List.of("/home/me/My Map.json"), null, null);
    BatchSpecs asked = new BatchSpecs(id(), "me", null, specs, null, null);

    Said made = worker.post("/v1/queue/specs", asked);

    assertThat(made.status()).isEqualTo(202);
    String batch = made.body().get("batch").asText();
    assertThat(batch).matches("my-map-[0-9]{8}-[0-9]{6}");
    JsonNode status = worker.get("/v1/queue/" + batch).body();
    assertThat(status.at("/settings/parallel").asInt()).isEqualTo(3);
    assertThat(names(status.get("items"))).containsExactly("My Map");
    assertThat(worker.post("/v1/queue/specs", asked).body().get("batch").asText()).isEqualTo(batch);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(worker.post("/v1/queue", new BatchAdd(id(), "me", null, List.of(), null)).text())
        .contains("nothing to add");
    assertThat(add("Not A Name", "a").status()).isEqualTo(400);
    assertThat(add("queue", "unwanted").text()).contains("it is not wanted").contains("\"exit\":2");
    assertThat(worker.get("/v1/queue/nobody").status()).isEqualTo(404);
    assertThat(tell("nobody/pause", new Request(id(), "me", null)).status()).isEqualTo(404);
    assertThat(
            worker.post("/v1/queue", new BatchAdd(null, "me", null, entries("a"), null)).status())
        .isEqualTo(400);
    BatchWish wish = new BatchWish(0, null, null);
    assertThat(worker.post("/v1/queue", new BatchAdd(id(), "me", "n", entries("a"), wish)).status())
        .isEqualTo(400);
    SpecsRequest missing = new SpecsRequest(List.of("/missing.md"), null, null);
    assertThat(
            worker
                .post("/v1/queue/specs", new BatchSpecs(id(), "me", null, missing, null, null))
                .text())
        .contains("there is no /missing.md");
    assertThat(worker.get("/v1/completed?since=yesterday").status()).isEqualTo(400);
  }

  @Test
  void reportsWhatIsOver() {
    worker.host().batches.ends.add(ended("p1", "2026-01-01T00:00:00Z", "orc-queue/testhost"));
    worker.host().batches.ends.add(ended("p2", "2026-01-02T00:00:00Z", "orc-batch/night"));
    worker.host().batches.ends.add(ended("p2", "2026-01-03T00:00:00Z", null));

    assertThat(names(worker.get("/v1/completed").body(), "project"))
        .containsSubsequence("p1", "p2", "p2");
    assertThat(worker.get("/v1/completed?since=2026-01-02T00:00:00Z").body()).hasSize(2);
    assertThat(worker.get("/v1/completed?project=p1").body()).hasSize(1);
    assertThat(names(worker.get("/v1/completed?batch=queue").body(), "project"))
        .containsExactly("p1");
    assertThat(names(worker.get("/v1/completed?batch=night").body(), "project"))
        .containsExactly("p2");
  }

  @Test
  void looksIntoAProjectThatOnlyTheHostKnows() {
    worker.host().batches.ends.add(ended("lost", "2020-01-01T00:00:00Z", null));
    String path = "/v1/projects/lost/research";

    Said analysis = worker.post(path + "?analysis=true", new Request(id(), "me", null));
    assertThat(analysis.status()).as(analysis.text()).isEqualTo(200);
    assertThat(analysis.body().get("text").asText()).contains("entries in /d");
    assertThat(analysis.body().get("file").asText()).isEqualTo("/analysis.md");
    assertThat(worker.post(path, new Request(id(), "me", null)).text())
        .contains("no agent here", "--analysis");
    assertThat(worker.post("/v1/projects/never/research", new Request(id(), "me", null)).status())
        .isEqualTo(404);
    assertThat(worker.host().audited).anyMatch(line -> line.what().equals("research"));
  }

  private Said add(String batch, String name) {
    return worker.post("/v1/queue", new BatchAdd(id(), "me", batch, entries(name), null));
  }

  private Said tell(String path, Object body) {
    return worker.post("/v1/queue/" + path, body);
  }

  private static List<BatchEntry> entries(String name) {
    StartRequest start = StartRequest.of(null, "me", "/specs/" + name + ".md", null);
    return List.of(new BatchEntry(start, name, 0, null, null));
  }

  private static Completed ended(String project, String at, String batch) {
    Instant end = Instant.parse(at);
    return new Completed(
        project,
        "T",
        "/d",
        project + at,
        Phase.FAILED,
        FailureKind.TIMEOUT,
        "late",
        end.minusSeconds(60),
        end,
        2,
        Totals.NONE,
        batch == null ? null : new BatchRef(batch, "1", 1));
  }

  private static List<String> names(JsonNode items) {
    return names(items, "name");
  }

  private static List<String> names(JsonNode list, String field) {
    List<String> names = new ArrayList<>();
    list.forEach(one -> names.add(one.get(field).asText()));
    return names;
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
