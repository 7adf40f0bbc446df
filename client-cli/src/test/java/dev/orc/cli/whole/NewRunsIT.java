package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An orchestration whose history is full goes on in a new run. */
@Timeout(180)
class NewRunsIT {
  private static final Duration LONG = Duration.ofSeconds(90);

  @Test
  void continuingAsNewLosesDoublesAndMixesNothing() throws Exception {
    try (OrcForTests orc = OrcForTests.down(Map.of(), Map.of("historyEvents", "200")).raise()) {
      orc.start("shop", "orchestrator", "developer", "tester");
      Numbered messages = new Numbered(orc, "shop", List.of("developer", "tester"));
      messages.send(60);
      messages.allArriveInOrder(LONG);

      assertThat(Histories.of(orc.health().orElseThrow(), "shop")).hasSizeGreaterThan(2);
      assertThat(orc.status("shop").totals().messages()).isEqualTo(63);
      assertThat(orc.timeline("shop")).extracting(entry -> entry.number()).isSorted();
    }
  }
}
