package dev.orc.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryGateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @EnumSource(names = {"READY", "BUSY"})
  void whoIsUpMayBeBroughtIt(Condition condition) {
    assertThat(DeliveryGate.refusal(seen(condition, null), false, NOW)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTING", "ASKING"})
  void whoAsksOrStartsIsNotEvenBroughtAnUrgentOne(Condition condition) {
    assertThat(DeliveryGate.refusal(seen(condition, null), true, NOW))
        .hasValueSatisfying(why -> assertThat(why).startsWith("the agent is "));
  }

  @Test
  void aLimitedAgentIsOnlyBroughtAnUrgentOne() {
    Sighting limited = seen(Condition.LIMITED, NOW.plusSeconds(60));
    assertThat(DeliveryGate.refusal(limited, false, NOW)).contains("the agent is limited");
    assertThat(DeliveryGate.refusal(limited, true, NOW)).isEmpty();
  }

  @Test
  void aLimitThatNamesNoEndIsTriedAgainAfterAWhile() {
    Sighting limited = seen(Condition.LIMITED, null);
    assertThat(DeliveryGate.refusal(limited, false, NOW.plusSeconds(240))).isNotEmpty();
    assertThat(DeliveryGate.refusal(limited, false, NOW.plusSeconds(241))).isEmpty();
  }

  private static Sighting seen(Condition condition, Instant resetsAt) {
    return new Sighting(
        "developer", 1, condition, NOW, "@1", "%1", null, null, resetsAt, 0, null, null, null);
  }
}
