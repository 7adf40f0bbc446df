package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An orchestration that Temporal has lost is set up anew around what the host still shows. */
@Timeout(180)
class RebuildTest {
  @TempDir Path home;

  @Test
  void takesOverWhoLivesAndRefusesWhatRunsOrNeverWas() throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, "embedded")) {
      worker.begin("lost");
      assertThat(worker.post("/v1/projects/lost/rebuild", request()).status()).isEqualTo(409);
      assertThat(worker.post("/v1/projects/never/rebuild", request()).status()).isEqualTo(404);
      assertThat(worker.post("/v1/projects/lost/terminate", request()).status()).isEqualTo(202);

      Said ended = worker.get("/v1/projects/lost");
      assertThat(ended.status()).as(ended.text()).isEqualTo(200);
      assertThat(ended.body().get("reason").asText()).isEqualTo("terminated");

      worker.host().former.add(new FormerLife("developer", 4, true));
      assertThat(worker.get("/v1/projects/lost/former").body().at("/0/number").asInt())
          .isEqualTo(4);
      Said rebuilt = worker.post("/v1/projects/lost/rebuild", request());

      assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(202);
      assertThat(rebuilt.body().get("note").asText()).startsWith("1 of ");
      Said status =
          worker.await("/v1/projects/lost", said -> said.text().contains("\"incarnation\":4"));
      assertThat(status.text()).contains("\"incarnation\":4");
    }
  }

  private static Request request() {
    return new Request(UUID.randomUUID().toString(), "person", null);
  }
}
