package dev.orc.activities.agent.watch;

import static dev.orc.activities.agent.HostForTests.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.HostForTests;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier life of an agent still says is not taken for the present one's word. */
@Timeout(60)
class EarlierLifeTest {
  @TempDir Path home;
  private HostForTests host;

  @BeforeEach
  void open() throws IOException {
    host = new HostForTests(home);
    host.launch("developer", 2);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void itsHooksChangeNothing() throws IOException, InterruptedException {
    hook(1, "StopFailure", "{\"error\":\"rate_limit\"}");
    assertThat(after(Condition.LIMITED, Duration.ofMillis(500))).isEqualTo(Condition.READY);
    hook(2, "StopFailure", "{\"error\":\"rate_limit\"}");
    assertThat(after(Condition.LIMITED, Duration.ofSeconds(10))).isEqualTo(Condition.LIMITED);
  }

  @Test
  void itsReceiptsConfirmNothing() throws IOException, InterruptedException {
    String prompt = "{\"prompt\":\"[orc m1 from tester]\\nhello\"}";
    hook(1, "UserPromptSubmit", prompt);
    assertThat(receipt(Duration.ofMillis(300))).isFalse();
    hook(2, "UserPromptSubmit", prompt);
    assertThat(receipt(Duration.ofSeconds(10))).isTrue();
  }

  private boolean receipt(Duration atMost) throws InterruptedException {
    return host.truth().awaitReceipt(PROJECT, "developer", 2, "m1", atMost).isPresent();
  }

  private Condition after(Condition awaited, Duration atMost) throws InterruptedException {
    return host.truth()
        .await(PROJECT, "developer", seen -> seen.condition() == awaited, atMost)
        .map(Sighting::condition)
        .orElseThrow();
  }

  private void hook(int incarnation, String event, String data) throws IOException {
    String line =
        "{\"event\":\"%s\",\"incarnation\":%d,\"at\":%d,\"data\":%s}\n"
            .formatted(event, incarnation, System.currentTimeMillis() / 1_000 + 1, data);
    Files.writeString(host.folders().spool(PROJECT, "developer"), line, StandardOpenOption.APPEND);
  }
}
