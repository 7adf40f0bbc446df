package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitTest {
  @Test
  void checkInsMoveAndWorkGoesOnAfterTheReset() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.checkIn(
          new CheckInRequest("c1", "person", "developer", "how is it", Schedule.in(10)));
      Instant reset = flow.now().plus(Duration.ofMinutes(40));
      limit(flow, "developer", reset);
      flow.awaitState("developer", "limited");
      assertThat(flow.agent("developer").resetsAt()).isEqualTo(reset);
      flow.send("person", "tester", "others go on");
      flow.awaitText("tester", "others go on");
      flow.pass(Duration.ofMinutes(20));
      assertThat(flow.host.textsTo("developer")).doesNotContain("how is it");
      assertThat(flow.orc.checkIns())
          .extracting(CheckIn::due)
          .containsExactly(reset.plusSeconds(120));

      flow.pass(Duration.ofMinutes(25));
      flow.awaitText("developer", "Your usage limit should be over");
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitText("developer", "how is it");
      assertThat(flow.status().totals().limits()).isEqualTo(1);
      assertThat(flow.status().totals().limitedSeconds()).isBetween(2_400L, 2_700L);
    }
  }

  @Test
  void anUnreadableResetIsProbedWithLongerAndLongerWaits() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      limit(flow, "developer", null);
      flow.awaitState("developer", "limited");
      flow.pass(Duration.ofMinutes(60));
      flow.await(
          "one probe waits",
          () ->
              flow.orc.inbox("developer").stream()
                  .anyMatch(letter -> letter.message().id().startsWith("limit-over/")));
      assertThat(flow.agent("developer").state()).isEqualTo("limited");
      flow.host.agent("developer", agent -> agent.resetsAt = flow.now());
      flow.pass(Duration.ofMinutes(60));
      flow.awaitText("developer", "Your usage limit should be over");
      assertThat(flow.agent("developer").state()).isEqualTo("busy");
    }
  }

  @Test
  void whenEverybodyIsLimitedTheClockStandsStill() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      Instant reset = flow.now().plus(Duration.ofHours(5));
      for (String role : new String[] {"orchestrator", "developer", "tester"}) {
        limit(flow, role, reset);
      }
      flow.await("waiting", () -> flow.status().conditions().contains("waiting for credits"));
      flow.pass(Duration.ofHours(5).plusMinutes(5));
      flow.await("going on", () -> flow.status().conditions().isEmpty());
      assertThat(flow.status().endedAt()).isNull();
      assertThat(flow.timeline()).contains("everybody waits for credits", "work goes on");
    }
  }

  private static void limit(Flow flow, String role, Instant reset) {
    flow.host.agent(
        role,
        agent -> {
          agent.condition = Condition.LIMITED;
          agent.detail = "You've hit your limit";
          agent.resetsAt = reset;
        });
  }
}
