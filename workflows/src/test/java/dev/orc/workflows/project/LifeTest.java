package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ReportKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTest {
  @Test
  void whoCrashesIsLaunchedAgainAndToldSo() throws Exception {
    try (Flow flow = Flow.working()) {
      crash(flow, "developer");
      flow.await("its next life", () -> flow.agent("developer").incarnation() == 2);
      assertThat(flow.timeline()).contains("boom; restarts at once");
      flow.send("person", "developer", "for your next life");
      flow.awaitText("developer", "for your next life");

      assertThat(flow.agent("developer").incarnation()).isEqualTo(2);
      LaunchOrder last = flow.host.see(h -> h.launches.get(h.launches.size() - 1));
      assertThat(last.recovered()).isTrue();
      assertThat(flow.host.mailOf("developer"))
          .filteredOn(mail -> mail.kind() == MessageKind.REBRIEF)
          .extracting(mail -> mail.file())
          .containsExactly("/briefs/developer-2.md");
      assertThat(flow.status().totals().restarts()).isEqualTo(1);
    }
  }

  @Test
  void whoCrashesAgainAndAgainIsGivenUpUntilAPersonHelps() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host ->
              host.launcher =
                  order ->
                      host.launchAs(
                          order,
                          order.role().name().equals("developer") && order.incarnation() < 9
                              ? Condition.EXITED
                              : Condition.READY,
                          "boom",
                          null));
      crash(flow, "developer");
      flow.awaitState("developer", "gone");
      flow.await("told", () -> told(flow).contains("gone/developer"));
      flow.awaitText("orchestrator", "developer is gone and was given up");
      assertThat(flow.agent("developer").incarnation()).isEqualTo(5);
      flow.pass(Duration.ofMinutes(10));
      assertThat(flow.agent("developer").incarnation()).isEqualTo(5);

      flow.host.world(host -> host.launcher = host::launchReady);
      flow.orc.resume(flow.request(null));
      flow.awaitState("developer", "ready");
      assertThat(flow.status().needs()).isEmpty();
    }
  }

  @Test
  void whatAnEarlierLifeShowsIsIgnored() throws Exception {
    try (Flow flow = Flow.working()) {
      crash(flow, "developer");
      flow.await("second life", () -> flow.agent("developer").incarnation() == 2);
      flow.awaitState("developer", "ready");
      flow.host.agent("developer", agent -> agent.incarnation = 1);
      flow.host.agent("developer", agent -> agent.condition = Condition.EXITED);
      flow.pass(Duration.ofMinutes(25));
      assertThat(flow.agent("developer").state()).hasToString("ready");
      assertThat(flow.agent("developer").incarnation()).isEqualTo(2);
    }
  }

  @Test
  void whoIsDoneMayEndAndIsWokenByMail() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("developer", ReportKind.DONE, "built");
      crash(flow, "developer");
      flow.awaitState("developer", "done");
      flow.pass(Duration.ofMinutes(30));
      assertThat(flow.agent("developer").incarnation()).isEqualTo(1);
      flow.send("person", "developer", "one more thing");
      flow.awaitText("developer", "one more thing");
      assertThat(flow.agent("developer").incarnation()).isEqualTo(2);
    }
  }

  @Test
  void aQuestionIsTakenToAPersonOnceAndSettledWhenItIsAnswered() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");
      flow.host.agent(
          "developer",
          agent -> {
            agent.condition = Condition.ASKING;
            agent.detail = "overwrite?";
          });
      flow.awaitState("developer", "asking");
      flow.send("person", "developer", "later");
      flow.await("told", () -> told(flow).size() == 1);
      flow.pass(Duration.ofMinutes(25));
      assertThat(told(flow)).hasSize(1);
      assertThat(flow.status().needs())
          .extracting(Need::what)
          .singleElement()
          .asString()
          .contains("overwrite?");
      assertThat(flow.host.textsTo("developer")).doesNotContain("later");

      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitText("developer", "later");
      assertThat(flow.status().needs()).isEmpty();
    }
  }

  @Test
  void aLostSessionIsRebuiltOnceAndEverybodyBriefedAgain() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("tester", "/briefs/tester-1.md");
      flow.host.world(host -> host.session = false);
      flow.awaitText("tester", "/briefs/tester-2.md");
      flow.awaitText("developer", "/briefs/developer-2.md");
      flow.awaitText("orchestrator", "/briefs/orchestrator-2.md");
      flow.pass(Duration.ofMinutes(30));
      int opened = flow.host.see(h -> h.sessionsOpened);
      assertThat(opened).isEqualTo(2);
      assertThat(flow.status().session()).isEqualTo("$2");
      assertThat(flow.agent("tester").incarnation()).isEqualTo(2);
      assertThat(flow.agent("tester").restarts()).isZero();
    }
  }

  @Test
  void allWindowsMissingIsALostSessionToo() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host -> host.agents.values().forEach(agent -> agent.condition = Condition.MISSING));
      flow.awaitText("tester", "/briefs/tester-2.md");
      assertThat(flow.agent("tester").restarts()).isZero();
    }
  }

  @Test
  void whatTheHostWillNotLaunchIsAPersonsAndTheOthersWork() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.host.world(
        host ->
            host.launcher =
                order -> {
                  if (order.role().name().equals("tester")) {
                    throw FakeHost.refusal("the program is not installed");
                  }
                  return host.launchReady(order);
                });
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      assertThat(flow.agent("tester").state()).hasToString("gone");
      assertThat(flow.status().needs()).extracting(Need::remedy).containsExactly("do it otherwise");
      flow.awaitText("developer", "/briefs");
      flow.host.world(host -> host.launcher = host::launchReady);
      flow.orc.rebrief(
          new dev.orc.workflows.model.RoleRequest(flow.id(), "person", "tester", null));
      flow.awaitText("tester", "/briefs/tester-2.md");
    }
  }

  @Test
  void whoAsksAtLaunchIsBriefedWhenItWasAnswered() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.host.world(
        host ->
            host.launcher =
                order ->
                    order.role().name().equals("tester")
                        ? host.launchAs(order, Condition.ASKING, "trust this folder?", null)
                        : host.launchReady(order));
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      flow.await("told", () -> told(flow).size() == 1);
      flow.host.agent("tester", agent -> agent.condition = Condition.READY);
      flow.awaitText("tester", "/briefs/tester-1.md");
    }
  }

  @Test
  void anotherWorkerIsAskedAtOnceAndARepetitionIsIgnored() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.pass(Duration.ofSeconds(10));
      int cancels = cancels(flow);
      flow.orc.hostUp("run-2");
      flow.await("asked anew", () -> cancels(flow) == cancels + 1);
      flow.orc.hostUp("run-2");
      flow.pass(Duration.ofSeconds(10));
      assertThat(cancels(flow)).isEqualTo(cancels + 1);
      crash(flow, "tester");
      flow.await("its next life", () -> flow.agent("tester").incarnation() == 2);
    }
  }

  @Test
  void whoCrashesOnceMoreWaitsBeforeItsNextLife() throws Exception {
    try (Flow flow = Flow.working()) {
      crash(flow, "developer");
      flow.awaitText("developer", "/briefs/developer-2.md");
      crash(flow, "developer");
      flow.awaitState("developer", "restarting");
      assertThat(flow.agent("developer").detail()).contains("boom");
      flow.awaitText("developer", "/briefs/developer-3.md");
      assertThat(flow.timeline()).contains("boom; restarts in 30 s");
    }
  }

  private static int cancels(Flow flow) {
    return (int)
        flow.history().getEvents().stream()
            .filter(event -> event.hasActivityTaskCancelRequestedEventAttributes())
            .count();
  }

  private static void crash(Flow flow, String role) {
    flow.host.agent(
        role,
        agent -> {
          agent.condition = Condition.EXITED;
          agent.detail = "boom";
        });
  }

  private static List<String> told(Flow flow) {
    return flow.host.see(h -> h.told.stream().map(Need::id).toList());
  }
}
