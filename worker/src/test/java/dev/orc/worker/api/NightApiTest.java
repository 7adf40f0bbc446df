package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.retry.research.IntegrationKeeper.Kept;
import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.Request;
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

/** Nights and stories over real HTTP, with real orchestrations on a fake host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class NightApiTest {
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
  void aNightHoldsWhatIsKeptWhatOnlyTemporalKnowsAndWhatRuns() {
    Instant before = Instant.now();
    worker.begin("stopped");
    worker.begin("running");
    worker.post("/v1/projects/stopped/stop", new Request(id(), "me", "enough"));
    Said over = worker.await("/v1/projects?closed=true", said -> closed(said, "stopped"));
    assertThat(closed(over, "stopped")).as(over.text()).isTrue();
    Instant ended = Instant.now();
    worker.host().batches.ends.add(kept("kept", ended));
    worker.host().batches.ends.add(kept("earlier", before.minusSeconds(1)));
    Integration integration =
        new Integration(true, "1111", "backup", List.of("developer"), List.of(), null, null);
    worker
        .host()
        .integrations
        .put("kept", new Kept(ended, integration, "main", List.of("make check")));

    JsonNode night = worker.get("/v1/night?since=" + before).body();

    assertThat(projects(night.get("completed"))).containsExactly("kept");
    assertThat(night.at("/completed/0/verification/commands/0").asText()).isEqualTo("make check");
    assertThat(night.at("/completed/0/head").asText()).isEqualTo("1111");
    assertThat(projects(night.get("stopped"))).containsExactly("stopped");
    assertThat(projects(night.get("open"))).containsExactly("running");
    assertThat(night.at("/figures/completed").asInt()).isEqualTo(1);
    assertThat(night.at("/figures/stopped").asInt()).isEqualTo(1);
    assertThat(night.at("/figures/open").asInt()).isEqualTo(1);
    assertThat(night.at("/figures/merges").asInt()).isEqualTo(1);
    assertThat(night.get("host").asText()).isEqualTo("testhost");

    JsonNode alone = worker.get("/v1/night?since=" + before + "&ends-only=true").body();
    assertThat(alone.get("open")).isEmpty();
    for (String ends : List.of("completed", "failed", "stopped")) {
      assertThat(alone.at("/figures/" + ends)).as(ends).isEqualTo(night.at("/figures/" + ends));
    }

    worker.host().batches.ends.add(kept("stopped", Instant.now()));
    JsonNode again = worker.get("/v1/night?since=" + before).body();
    assertThat(again.get("stopped")).as("its end is kept now, and told once").isEmpty();
    JsonNode later = worker.get("/v1/night?since=" + Instant.now().plusSeconds(60)).body();
    assertThat(later.get("completed")).isEmpty();
    assertThat(later.get("stopped")).isEmpty();
    worker.host().batches.ends.clear();
  }

  @Test
  void aNightBeginsAtSomeTime() {
    assertThat(worker.get("/v1/night").status()).isEqualTo(400);
    assertThat(worker.get("/v1/night?since=yesterday").text()).contains("is no time");
  }

  @Test
  void aStoryIsTheWrittenOneOrToldNow() {
    worker.begin("told");
    JsonNode now = worker.get("/v1/projects/told/summary").body();
    assertThat(now.get("text").asText()).matches("# told, [1-9][0-9]* entries");
    assertThat(now.get("file").isNull()).isTrue();

    Instant old = Instant.now().minusSeconds(3600);
    worker.host().summaries.put("told", story("told", old, "# earlier"));
    worker.post("/v1/projects/told/stop", new Request(id(), "me", "enough"));
    worker.await("/v1/projects?closed=true", said -> closed(said, "told"));
    assertThat(worker.get("/v1/projects/told/summary").body().get("text").asText())
        .as("an earlier one's story is not its own")
        .startsWith("# told, ");
    worker.host().summaries.put("told", story("told", Instant.now(), "# its own"));
    assertThat(worker.get("/v1/projects/told/summary").body().get("text").asText())
        .isEqualTo("# its own");

    worker.host().summaries.put("forgotten", story("forgotten", old, "# long ago"));
    assertThat(worker.get("/v1/projects/forgotten/summary").body().get("text").asText())
        .isEqualTo("# long ago");
    assertThat(worker.get("/v1/projects/never/summary").status()).isEqualTo(404);
  }

  private static boolean closed(Said said, String project) {
    for (JsonNode one : said.body()) {
      if (one.get("project").asText().equals(project)) {
        return one.get("phase").asText().equals("STOPPED");
      }
    }
    return false;
  }

  private static ProjectSummary story(String project, Instant at, String text) {
    return new ProjectSummary(project, Phase.COMPLETED, at, "/summary.md", text);
  }

  private static Completed kept(String project, Instant ended) {
    return new Completed(
        project,
        "T",
        "/d",
        project + ended,
        Phase.COMPLETED,
        null,
        "done",
        ended.minusSeconds(5),
        ended,
        1,
        Totals.NONE,
        null);
  }

  private static List<String> projects(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(one -> names.add(one.get("project").asText()));
    return names;
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
