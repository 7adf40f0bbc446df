package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.BrokenTurn.Kind;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Need;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokenTurnTest {
  private static final String BROKE = "Your last turn broke off";

  @Test
  void whoseTurnBrokeOffIsToldToGoOnBeforeItsOtherMail() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      breaks(flow, "developer", Kind.OVERLOAD);
      flow.await("seen", () -> flow.timeline().contains("its turn broke off"));
      Message held = flow.send("person", "developer", "and then this");
      assertThat(flow.letter(held.id()).orElseThrow().why()).contains("overloaded");
      assertThat(flow.agent("developer").detail()).contains("overloaded");
      flow.pass(Duration.ofSeconds(20));
      assertThat(flow.host.textsTo("developer")).noneMatch(text -> text.startsWith(BROKE));
      flow.pass(Duration.ofSeconds(15));
      flow.awaitText("developer", "and then this");
      assertThat(flow.host.textsTo("developer"))
          .filteredOn(text -> !text.startsWith("/briefs"))
          .hasSize(2)
          .first()
          .asString()
          .startsWith(BROKE);
      assertThat(flow.timeline()).contains("goes on");
    }
  }

  @Test
  void whatDoesNotHelpIsSaidMoreSeldomAndThenToldToTheLead() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.world(host -> host.postman = order -> breaksAgain(flow, host, order));
      breaks(flow, "developer", Kind.OVERLOAD);
      flow.awaitText("orchestrator", "developer can not go on: the vendor was overloaded");
      assertThat(words(flow)).isBetween(4L, 5L);
      flow.pass(Duration.ofMinutes(60));
      assertThat(words(flow)).isBetween(6L, 10L);
      assertThat(flow.host.textsTo("orchestrator"))
          .filteredOn(text -> text.contains("can not go on"))
          .hasSize(1);
      flow.host.world(host -> host.postman = host::bring);
      flow.await("goes on", () -> flow.agent("developer").detail() == null);
    }
  }

  @Test
  void anInterruptedTurnGoesOnAtOnce() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.world(host -> host.watchStep = Duration.ofMillis(200));
      breaks(flow, "developer", Kind.INTERRUPTED);
      flow.pass(Duration.ofSeconds(3));
      assertThat(flow.host.textsTo("developer"))
          .anyMatch(text -> text.startsWith("Your program was interrupted"));
    }
  }

  @Test
  void aLogInAndMoneyNeedAPersonOnce() throws Exception {
    for (Kind kind : new Kind[] {Kind.AUTHENTICATION, Kind.CREDIT}) {
      try (Flow flow = Flow.working()) {
        flow.awaitText("developer", "/briefs");
        breaks(flow, "developer", kind);
        flow.await("a person is told", () -> told(flow) == 1);
        flow.pass(Duration.ofHours(1));
        assertThat(told(flow)).isEqualTo(1);
        assertThat(words(flow)).isZero();
        assertThat(flow.status().needs()).extracting(Need::id).contains("cut-off/developer");
        flow.orc.resume(flow.request("it is logged in"));
        flow.awaitText("developer", BROKE);
        flow.await("settled", () -> flow.status().needs().stream().noneMatch(this::cutOff));
      }
    }
  }

  @Test
  void workThatAPersonSetGoingNeedsNoWord() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      breaks(flow, "developer", Kind.AUTHENTICATION);
      flow.await("a person is told", () -> told(flow) == 1);
      flow.host.agent(
          "developer",
          agent -> {
            agent.broken = null;
            agent.condition = Condition.BUSY;
          });
      flow.await("settled", () -> flow.status().needs().stream().noneMatch(this::cutOff));
      assertThat(words(flow)).isZero();
    }
  }

  @Test
  void whatIsPausedIsNotSetGoing() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.orc.pause(flow.request("lunch"));
      breaks(flow, "developer", Kind.NETWORK);
      flow.pass(Duration.ofMinutes(10));
      assertThat(words(flow)).isZero();
      flow.orc.resume(flow.request(null));
      flow.awaitText("developer", BROKE);
    }
  }

  private static Receipt breaksAgain(Flow flow, FakeHost host, DeliveryOrder order) {
    if (order.message().kind() != MessageKind.GO_ON) {
      return host.bring(order);
    }
    FakeAgent agent = host.agents.get(order.role().name());
    agent.got.add(order.message());
    agent.broken = new BrokenTurn(Kind.OVERLOAD, "529", flow.now().plusMillis(1));
    String id = order.message().id();
    return new Receipt(id, Delivery.DELIVERED, Condition.READY, flow.now(), null, null);
  }

  private static void breaks(Flow flow, String role, Kind kind) {
    BrokenTurn turn = new BrokenTurn(kind, "it said so", flow.now());
    flow.host.agent(role, agent -> agent.broken = turn);
  }

  private static long words(Flow flow) {
    return flow.host.mailOf("developer").stream()
        .filter(mail -> mail.kind() == MessageKind.GO_ON)
        .count();
  }

  private static long told(Flow flow) {
    return flow.host.see(
        h -> h.told.stream().filter(need -> need.id().equals("cut-off/developer")).count());
  }

  private boolean cutOff(Need need) {
    return need.id().startsWith("cut-off/");
  }
}
