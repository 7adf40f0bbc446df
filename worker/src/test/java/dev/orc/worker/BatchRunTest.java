package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.workflows.batch.BatchWorkflowImpl;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.StartRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real batch over the API: its projects are orchestrations like any other. */
@Timeout(150)
class BatchRunTest {
  @TempDir Path home;

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "embedded")
  void itsProjectsAreListedAndEndIt(String kind) throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, kind, BatchWorkflowImpl.class)) {
      BatchAdd add =
          new BatchAdd(id(), "me", "two", entries("a", "b"), new BatchWish(2, null, null));
      assertThat(worker.post("/v1/queue", add).status()).isEqualTo(202);

      Said both =
          worker.await("/v1/projects", said -> phases(said).equals(List.of("WORKING", "WORKING")));
      assertThat(phases(both)).as(worker.get("/v1/queue/two").text()).hasSize(2);
      assertThat(states(worker, "two")).containsExactly("RUNNING", "RUNNING");

      done(worker, "a");
      worker.await("/v1/queue/two", said -> states(said).contains("COMPLETED"));
      ItemRequest away = new ItemRequest(id(), "me", "b", true, "not needed");
      assertThat(worker.post("/v1/queue/two/items/remove", away).status()).isEqualTo(202);
      worker.await("/v1/queue/two", said -> states(said).contains("REMOVED"));
      assertThat(states(worker, "two")).containsExactlyInAnyOrder("COMPLETED", "REMOVED");
    }
  }

  @Test
  void aBatchLivesOnWhenItsWorkerIsStartedAnew() throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, null, BatchWorkflowImpl.class)) {
      worker.post("/v1/queue", new BatchAdd(id(), "me", null, entries("a", "b"), null));
      awaitWork(worker, "a");
      worker.stopWorker();
      worker.start();

      Said after = worker.await("/v1/queue/queue", said -> states(said).contains("RUNNING"));
      assertThat(states(after)).containsExactly("RUNNING", "WAITING");
      done(worker, "a");
      awaitWork(worker, "b");
      assertThat(states(worker, "queue"))
          .as(worker.get("/v1/projects/a/timeline").text())
          .containsExactlyInAnyOrder("COMPLETED", "RUNNING");
    }
  }

  private static void awaitWork(WorkerUnderTest worker, String project) {
    worker.await(
        "/v1/projects/" + project,
        said -> said.status() == 200 && said.body().path("phase").asText().equals("WORKING"));
  }

  private static void done(WorkerUnderTest worker, String project) {
    Report report =
        new Report(id(), "orchestrator", 0, ReportKind.DONE, "built", null, null, Instant.now());
    assertThat(worker.post("/v1/projects/" + project + "/reports", report).text())
        .contains(report.id());
  }

  private static List<BatchEntry> entries(String... names) {
    List<BatchEntry> entries = new ArrayList<>();
    for (String name : names) {
      StartRequest start =
          new StartRequest(
              id(),
              "me",
              "/" + name + ".md",
              "/p/" + name,
              name,
              null,
              null,
              null,
              null,
              null,
              null);
      entries.add(new BatchEntry(start, name, 0, null, null));
    }
    return entries;
  }

  private static List<String> phases(Said said) {
    List<String> phases = new ArrayList<>();
    said.body().forEach(project -> phases.add(project.path("phase").asText()));
    return phases;
  }

  private static List<String> states(WorkerUnderTest worker, String batch) {
    return states(worker.get("/v1/queue/" + batch));
  }

  private static List<String> states(Said said) {
    List<String> states = new ArrayList<>();
    for (JsonNode item : said.body().path("items")) {
      states.add(item.get("state").asText());
    }
    return states;
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
