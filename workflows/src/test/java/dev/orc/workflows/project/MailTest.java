package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailTest {
  @Test
  void aMessageThatADraftKeepsWaitingSaysSoAndBecomesAPersons() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.agent("developer", agent -> agent.draft = "somebody's half-typed text");
      Message waits = flow.send("person", "developer", "read this");
      flow.await(
          "it says why",
          () -> "somebody's half-typed text".equals(flow.letter(waits.id()).orElseThrow().why()));
      assertThat(flow.agent("developer").detail()).contains("half-typed");
      assertThat(flow.status().needs()).isEmpty();
      flow.await("a person is told", () -> !flow.status().needs().isEmpty());
      assertThat(flow.status().needs().get(0).what()).contains("half-typed");
      flow.host.agent(
          "developer",
          agent -> {
            agent.draft = null;
            agent.deferred = true;
          });
      flow.awaitText("developer", "read this");
      flow.await("settled", () -> flow.status().needs().isEmpty());
    }
  }

  @Test
  void aBusyAgentsMailWaitsAndThenComesByPriorityAndArrival() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.agent("developer", agent -> agent.condition = Condition.BUSY);
      flow.send("person", "developer", "first");
      flow.send("person", "developer", "second");
      flow.orc.send(message(flow, MessageKind.GIT, "developer", "before both"));
      flow.pass(Duration.ofMinutes(1));
      assertThat(flow.host.textsTo("developer")).hasSize(1);
      assertThat(flow.agent("developer").waiting()).isEqualTo(3);

      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitText("developer", "second");
      assertThat(flow.host.textsTo("developer"))
          .containsSubsequence("before both", "first", "second");
    }
  }

  @Test
  void anUrgentMessageDoesNotWaitForABusyAgent() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.agent("developer", agent -> agent.condition = Condition.BUSY);
      flow.send("person", "developer", "ordinary");
      flow.pass(Duration.ofSeconds(5));
      flow.orc.send(message(flow, MessageKind.WARNING, "developer", "stop that"));
      flow.awaitText("developer", "stop that");
      assertThat(flow.host.textsTo("developer")).doesNotContain("ordinary");
    }
  }

  @Test
  void whatNothingConfirmsIsUnknownAndNotBroughtAgain() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.world(
          host ->
              host.postman =
                  order ->
                      new Receipt(
                          order.message().id(), Delivery.UNKNOWN, Condition.READY, null, null, ""));
      Message sent = flow.send("person", "developer", "hello?");
      flow.await("settled", () -> state(flow, sent).equals(LetterState.UNKNOWN));
      assertThat(flow.status().totals().unknown()).isEqualTo(1);
      assertThat(flow.timeline()).contains("nothing says that it arrived");
    }
  }

  @Test
  void whatCameTooLateIsDroppedAndSaidSo() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.pause(flow.request(null));
      Message sent =
          new Message(
              flow.id(),
              "person",
              "developer",
              null,
              0,
              flow.now().plusSeconds(60),
              false,
              null,
              "soon",
              null,
              flow.now());
      flow.orc.send(sent);
      flow.pass(Duration.ofSeconds(70));
      assertThat(state(flow, sent)).isEqualTo(LetterState.EXPIRED);
      assertThat(flow.status().totals().expired()).isEqualTo(1);
      assertThat(flow.timeline()).contains("expired before it could be brought");
    }
  }

  @Test
  void whatTheHostRefusesIsSettledAndTheNextOneComes() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.world(
          host ->
              host.postman =
                  order -> {
                    if ("bad".equals(order.message().text())) {
                      throw FakeHost.refusal("its file is gone");
                    }
                    return host.bring(order);
                  });
      Message bad = flow.send("person", "developer", "bad");
      flow.send("person", "developer", "good");
      flow.awaitText("developer", "good");
      assertThat(state(flow, bad)).isEqualTo(LetterState.REFUSED);
      assertThat(flow.timeline()).contains("its file is gone");
    }
  }

  @Test
  void toAllReachesEverybodyButTheSender() throws Exception {
    try (Flow flow = Flow.working()) {
      Message sent = flow.send("orchestrator", Message.ALL, "hear me");
      flow.awaitText("developer", "hear me");
      flow.awaitText("tester", "hear me");
      assertThat(flow.host.textsTo("orchestrator")).doesNotContain("hear me");
      assertThat(flow.letter(sent.id() + "/tester")).isPresent();
    }
  }

  @Test
  void whoMayNotWriteDirectlyWritesThroughTheHub() throws Exception {
    try (Flow flow = Flow.working()) {
      Message sent = Message.ordinary(flow.id(), "tester", "developer", "fix it", flow.now());
      assertThat(flow.orc.send(sent).note()).contains("it went to orchestrator");
      flow.awaitText("orchestrator", "From tester for developer");
      flow.awaitText("orchestrator", "fix it");
      Message file =
          new Message(
              flow.id(),
              "tester",
              "developer",
              null,
              0,
              null,
              false,
              null,
              null,
              "/long.md",
              flow.now());
      flow.orc.send(file);
      flow.awaitText("orchestrator", "/long.md");
      assertThat(flow.host.textsTo("developer")).doesNotContain("fix it", "/long.md");
    }
  }

  @Test
  void theSameIdIsTheSameMessage() throws Exception {
    try (Flow flow = Flow.working()) {
      Message sent = flow.send("person", "developer", "once");
      assertThat(flow.orc.send(sent).repeated()).isTrue();
      flow.awaitText("developer", "once");
      flow.pass(Duration.ofMinutes(1));
      assertThat(flow.host.textsTo("developer")).containsOnlyOnce("once");
    }
  }

  @Test
  void aFullInboxRefusesAndSaysWhatToDo() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.pause(flow.request(null));
      String long16k = "x".repeat(16_000);
      assertThatThrownBy(
              () -> {
                for (int count = 0; count < 80; count++) {
                  flow.send("person", "developer", long16k);
                }
              })
          .hasStackTraceContaining("inbox full");
      int waiting = flow.agent("developer").waiting();
      assertThat(waiting).isBetween(55, 65);
      flow.orc.resume(flow.request(null));
      flow.await("all brought", () -> flow.agent("developer").waiting() == 0);
      flow.send("person", "developer", "room again");
      flow.awaitText("developer", "room again");
    }
  }

  @Test
  void aHostThatContradictsItselfDoesNotFillTheHistory() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.world(
          host ->
              host.postman =
                  order -> {
                    host.agents.get("developer").deferred = true;
                    return new Receipt(
                        order.message().id(), Delivery.DEFERRED, Condition.READY, null, null, "");
                  });
      flow.send("person", "developer", "in vain");
      flow.pass(Duration.ofMinutes(10));
      assertThat(flow.history().getEvents().size()).isLessThan(700);
      flow.host.world(host -> host.postman = host::bring);
      flow.awaitText("developer", "in vain");
    }
  }

  private static Message message(Flow flow, MessageKind kind, String to, String text) {
    return Message.of(kind, flow.id(), "person", to, text, flow.now());
  }

  private static LetterState state(Flow flow, Message message) {
    return flow.letter(message.id()).map(Letter::state).orElse(new LetterState("none"));
  }
}
