package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers and servers come and go; orchestrations go on. */
@Timeout(120)
class RecoveryTest {
  @TempDir Path home;

  @Test
  void theNextWorkerServesWhatTheLastOneLeftOnTheEmbeddedServer()
      throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, "embedded")) {
      worker.begin("lasting");
      worker.stopWorker();
      worker.start();

      Said status = worker.await("/v1/projects/lasting", said -> said.status() == 200);
      assertThat(status.body().get("phase").asText()).isEqualTo("WORKING");
      Message message = message();
      assertThat(worker.post("/v1/projects/lasting/messages", message).status()).isEqualTo(202);
      awaitDelivery(worker, message);
      assertThat(worker.get("/v1/projects").body()).hasSize(1);
    }
  }

  @Test
  void aServerThatIsKilledComesBackAndWhatIsSentMeanwhileArrivesOnce()
      throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home)) {
      if (!worker.get("/v1/health").body().get("temporalDurable").asBoolean()) {
        return; // The embedded server forgets everything: there is nothing to come back to.
      }
      worker.begin("durable");
      killServer(worker);

      Message message = message();
      Said sent = worker.post("/v1/projects/durable/messages", message);
      for (int again = 0; again < 3 && sent.status() == 503; again++) {
        sent = worker.post("/v1/projects/durable/messages", message);
      }
      assertThat(sent.status()).as(sent.text()).isEqualTo(202);
      awaitDelivery(worker, message);
      assertThat(worker.host().delivered).containsOnlyOnce(message.id());
    }
  }

  private static void killServer(WorkerUnderTest worker) throws IOException {
    Path file = worker.folders().state().resolve("temporal/server.json");
    long pid = Json.lenient().readTree(Files.readString(file)).get("pid").asLong();
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private static void awaitDelivery(WorkerUnderTest worker, Message message) {
    Said seen = worker.await("/v1/health", said -> worker.host().delivered.contains(message.id()));
    assertThat(worker.host().delivered).as(seen.text()).contains(message.id());
  }

  private static Message message() {
    return Message.ordinary(
        UUID.randomUUID().toString(), Message.PERSON, "developer", "go on", Instant.now());
  }
}
