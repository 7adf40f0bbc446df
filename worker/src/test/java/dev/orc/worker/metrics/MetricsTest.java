package dev.orc.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.tally.ScopeCloseException;
import dev.orc.workflows.model.Condition;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() throws ScopeCloseException {
    metrics.close();
  }

  @Test
  void aReadingTellsWhatIsAtThatMoment() {
    assertThat(read(2, false)).contains("orc_projects 2.0", "orc_temporal_up 0.0");
    assertThat(read(3, true)).contains("orc_projects 3.0", "orc_temporal_up 1.0");
  }

  @Test
  void countsByKindBeginWithTheFirstOfThem() {
    assertThat(read(0, true)).doesNotContain("orc_updates_accepted_total");
    metrics.told("send");
    metrics.told("send");
    metrics.message();
    assertThat(read(0, true))
        .contains("orc_updates_accepted_total{update=\"send\"} 2.0")
        .contains("orc_messages_accepted_total 1.0")
        .contains("orc_messages_delivered_total{result=\"delivered\"} 0.0")
        .contains("orc_delivery_seconds_bucket{le=\"0.025\"} 0")
        .contains("process_cpu_seconds_total ", "process_resident_memory_bytes ");
  }

  @Test
  void everyConditionIsThereWithItsAgents() {
    String text = read(0, true);
    for (Condition condition : Condition.values()) {
      assertThat(text).contains("condition=\"" + condition.name().toLowerCase(Locale.ROOT));
    }
  }

  private String read(int projects, boolean up) {
    return metrics.text(new Metrics.Now(projects, List.of(), 0, 0, up, true));
  }
}
