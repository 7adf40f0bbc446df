package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Many messages to an agent whose turns are short: honest answers are no haste. */
class BurstTest {
  private static final int MESSAGES = 40;
  private static final Duration TURN = Duration.ofMillis(600);

  @Test
  void aBacklogIsWorkedThroughAsFastAsTheAgentIs() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      Turns turns = new Turns(flow);
      flow.host.world(
          host -> {
            host.watchStep = Duration.ofMillis(100);
            host.before = turns::pass;
            host.postman = order -> turns.bring(host, order);
          });
      Instant begun = flow.now();
      for (int count = 0; count < MESSAGES; count++) {
        flow.send("person", "developer", "m" + count);
      }
      flow.awaitText("developer", "m" + (MESSAGES - 1));
      assertThat(Duration.between(begun, flow.now())).isLessThan(Duration.ofSeconds(90));
    }
  }

  /** The developer works for a while on each message. Guarded by the host. */
  private static final class Turns {
    private final Flow flow;
    private Instant until = Instant.MIN;

    Turns(Flow flow) {
      this.flow = flow;
    }

    void pass(Object order) {
      FakeAgent agent = flow.host.agents.get("developer");
      if (agent.condition == Condition.BUSY && !flow.now().isBefore(until)) {
        agent.condition = Condition.READY;
      }
    }

    Receipt bring(FakeHost host, DeliveryOrder order) {
      Receipt receipt = host.bring(order);
      if (order.role().name().equals("developer") && receipt.delivery() == Delivery.DELIVERED) {
        host.agents.get("developer").condition = Condition.BUSY;
        until = flow.now().plus(TURN);
      }
      return receipt;
    }
  }
}
