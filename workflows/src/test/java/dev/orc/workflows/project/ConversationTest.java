package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a new life is told first, and that nothing comes before it. */
class ConversationTest {
  @Test
  void aConversationThatGoesOnIsToldWhatItMissedAndGetsNoBrief() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs/developer-1.md");
      Message doubtful = doubtful(flow);
      flow.host.world(host -> host.launcher = order -> as(host.launchReady(order), true, false));
      flow.host.agent("developer", agent -> agent.condition = Condition.EXITED);
      flow.await("its next life", () -> flow.agent("developer").incarnation() == 2);
      Message next = flow.send("person", "developer", "what comes next");
      flow.awaitText("developer", "what comes next");
      assertThat(flow.host.textsTo("developer")).noneMatch(t -> t.contains("developer-2.md"));
      Message told = flow.host.mailOf("developer").get(1);
      assertThat(told.kind()).isEqualTo(MessageKind.GO_ON);
      assertThat(told.text()).contains("Your program ended", doubtful.id(), "go on");
      assertThat(told.text().length()).isLessThan(600);
      assertThat(flow.host.mailOf("developer").get(2).id()).isEqualTo(next.id());
    }
  }

  @Test
  void aBriefThatWentWithTheStartIsDeliveredAndNotSent() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.host.world(host -> host.launcher = order -> as(host.launchReady(order), false, true));
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      flow.send("person", "developer", "first words");
      flow.awaitText("developer", "first words");
      assertThat(flow.host.textsTo("developer")).containsExactly("first words");
      assertThat(flow.orc.inbox("developer"))
          .filteredOn(letter -> letter.message().kind() == MessageKind.BRIEF)
          .extracting(letter -> letter.state().word())
          .containsExactly("delivered");
    }
  }

  @Test
  void nothingComesBeforeTheBrief() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.host.world(host -> host.before = ConversationTest::slowly);
    try (Flow flow = begun.begin().until(Phase.LAUNCHING)) {
      flow.orc.send(
          Message.of(MessageKind.WARNING, flow.id(), "person", "developer", "urgent", flow.now()));
      flow.send("person", "developer", "ordinary");
      flow.host.world(host -> host.before = order -> {});
      flow.awaitText("developer", "ordinary");
      assertThat(flow.host.textsTo("developer"))
          .containsExactly("/briefs/developer-1.md", "urgent", "ordinary");
    }
  }

  private static void slowly(Object order) {
    if (order instanceof LaunchOrder) {
      throw FakeHost.later("still starting", Duration.ofSeconds(5));
    }
  }

  private static Message doubtful(Flow flow) {
    flow.host.world(
        host ->
            host.postman =
                order ->
                    new Receipt(
                        order.message().id(),
                        Delivery.UNKNOWN,
                        Condition.READY,
                        flow.now(),
                        null,
                        "no sign"));
    Message sent = flow.send("person", "developer", "did you get it");
    flow.await(
        "settled",
        () ->
            flow.letter(sent.id())
                .filter(one -> one.state().equals(LetterState.UNKNOWN))
                .isPresent());
    flow.host.world(host -> host.postman = host::bring);
    return sent;
  }

  private static Launched as(Launched plain, boolean resumed, boolean briefed) {
    return new Launched(
        plain.incarnation(),
        plain.window(),
        plain.pane(),
        plain.pid(),
        plain.condition(),
        plain.detail(),
        plain.resetsAt(),
        plain.briefFile(),
        plain.found(),
        resumed,
        briefed);
  }
}
