package dev.orc.activities.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Condition;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionMemoryTest {
  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = T.plusSeconds(600);

  @TempDir Path home;

  @Test
  void aConditionIsNoYoungerAfterTheWorkerWasStarted() {
    memory().since(2, Condition.READY, T);
    assertThat(memory().since(2, Condition.READY, LATER)).isEqualTo(T);
  }

  @Test
  void anotherConditionOrLifeBeginsAnew() {
    memory().since(2, Condition.READY, T);
    assertThat(memory().since(2, Condition.BUSY, LATER)).isEqualTo(LATER);
    memory().since(2, Condition.READY, T);
    assertThat(memory().since(3, Condition.READY, LATER)).isEqualTo(LATER);
  }

  @Test
  void withinAWorkersTimeEveryChangeCounts() {
    ConditionMemory memory = memory();
    memory.since(1, Condition.READY, T);
    memory.since(1, Condition.BUSY, T.plusSeconds(1));
    assertThat(memory.since(1, Condition.READY, LATER)).isEqualTo(LATER);
  }

  private ConditionMemory memory() {
    return new ConditionMemory(home.resolve("lives/condition"));
  }
}
