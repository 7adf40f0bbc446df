package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.Schedule;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.policy.InboxLimit;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What goes wrong while nobody looks must neither burn money nor lose the work. */
class HardNightTest {
  private static final String FAILING = "integration-fails";

  @Test
  void theSameWorkIsNotIntegratedForEver() throws Exception {
    try (Flow flow = Flow.working()) {
      verificationFails(flow, 20);
      for (int count = 1; count <= 3; count++) {
        claimAndFail(flow, count);
      }
      flow.await("a person is told", () -> told(flow) == 1);
      flow.report("orchestrator", ReportKind.DONE, "done, really");
      flow.awaitText("orchestrator", "is not tried again");
      flow.report("orchestrator", ReportKind.DONE, "done, really, really");
      flow.pass(Duration.ofMinutes(1));
      assertThat(flow.host.integrations).hasSize(3);
      assertThat(told(flow)).isEqualTo(1);
      assertThat(flow.host.textsTo("orchestrator"))
          .filteredOn(text -> text.contains("is not tried again"))
          .hasSize(1);
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
    }
  }

  @Test
  void newCommitsOrAPersonHaveItTriedAgain() throws Exception {
    try (Flow flow = Flow.working()) {
      verificationFails(flow, 5);
      for (int count = 1; count <= 3; count++) {
        claimAndFail(flow, count);
      }
      flow.host.world(host -> host.head = "3".repeat(40));
      claimAndFail(flow, 4);
      flow.await("settled", () -> flow.status().needs().stream().noneMatch(HardNightTest::failing));
      flow.orc.finish(flow.request("try it"));
      flow.await("tried", () -> flow.host.see(h -> h.integrations.size()) == 5);
      flow.until(Phase.WORKING);
      flow.orc.finish(flow.request("repaired by hand"));
      assertThat(flow.outcome().reason()).isEqualTo("repaired by hand");
    }
  }

  @Test
  void aSessionThatIsLostAgainAndAgainIsNotRebuiltAtFullSpeed() throws Exception {
    Team alone =
        new Team("code_project", List.of(Flow.role("orchestrator", true, List.of(), List.of())));
    try (Flow flow = Flow.working(alone, ProjectSettings.DEFAULTS)) {
      flow.host.world(
          host ->
              host.launcher =
                  order -> {
                    var launched = host.launchReady(order);
                    host.agents.get(order.role().name()).condition = Condition.MISSING;
                    return launched;
                  });
      flow.host.agent("orchestrator", agent -> agent.condition = Condition.MISSING);
      flow.pass(Duration.ofMinutes(30));
      assertThat(flow.host.launches).hasSizeLessThan(8);
      assertThat(flow.status().needs()).extracting(Need::id).contains("gone/orchestrator");
    }
  }

  @Test
  void whatPilesUpForAnAgentThatIsAwayStaysSmall() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.agent("orchestrator", agent -> agent.condition = Condition.ASKING);
      flow.awaitState("orchestrator", "asking");
      String text = "ä".repeat(4_000);
      for (int count = 0; count < 200; count++) {
        flow.report("developer", ReportKind.BLOCKED, text);
      }
      long weight =
          flow.orc.inbox("").stream().map(Letter::message).mapToLong(InboxLimit::weight).sum();
      assertThat(weight).isLessThan(1_500_000);
    }
  }

  @Test
  void whatAgentsSayIsKeptWithinWhatARunCanCarry() throws Exception {
    try (Flow flow = Flow.working()) {
      String text = "x".repeat(60_000);
      for (int count = 0; count < 60; count++) {
        Message asked = flow.send("person", "developer", "what about " + count);
        flow.await("brought", () -> settled(flow, asked));
        answer(flow, asked, text);
      }
      List<String> answers =
          flow.orc.inbox("").stream().map(Letter::answer).filter(Objects::nonNull).toList();
      assertThat(answers).hasSize(60);
      assertThat(answers.stream().mapToInt(String::length).sum()).isLessThan(250_000);
      assertThat(answers.get(59).length()).isGreaterThan(4_000);

      String deploys = "deploy " + text;
      for (int count = 0; count < 50; count++) {
        flow.report("developer", ReportKind.AUTHORIZATION, deploys);
      }
      assertThatThrownBy(() -> flow.report("developer", ReportKind.AUTHORIZATION, "one more"))
          .hasStackTraceContaining("wait for an answer");
      assertThat(flow.status().authorizations())
          .hasSize(50)
          .allMatch(a -> a.what().length() < 1_100);
    }
  }

  @Test
  void checkInsHaveTheirNumber() throws Exception {
    try (Flow flow = Flow.working()) {
      for (int count = 0; count < 100; count++) {
        checkIn(flow, "note " + count);
      }
      assertThatThrownBy(() -> checkIn(flow, "one more"))
          .hasStackTraceContaining("check-ins at most");
    }
  }

  @Test
  void repeatsLengthenTheHistoryTooAndEndTheRun() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.historyEvents(200))) {
      Message message = flow.send("person", "developer", "hello");
      for (int count = 0; count < 100; count++) {
        assertThat(flow.orc.send(message).repeated()).isTrue();
      }
      flow.pass(Duration.ofSeconds(10));
      assertThat(flow.histories()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aWorkerThatWasKilledHoldsNothingUpForLong() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.finish(flow.request("enough"));
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      List<ActivityTaskScheduledEventAttributes> asked =
          flow.history().getEvents().stream()
              .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
              .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
              .toList();
      assertThat(asked)
          .isNotEmpty()
          .allMatch(
              one ->
                  one.getHeartbeatTimeout().getSeconds() > 0
                      || one.getStartToCloseTimeout().getSeconds() <= 120);
    }
  }

  @Test
  void aReasonIsALineAndADutyASentence() throws Exception {
    try (Flow flow = Flow.working()) {
      Role wordy =
          new Role(
              "writer",
              "d".repeat(5_000),
              false,
              0,
              "docs/",
              List.of(),
              List.of(),
              Program.of("scripted"));
      assertThatThrownBy(
              () -> flow.orc.addRoles(new RolesRequest(flow.id(), "person", List.of(wordy))))
          .hasStackTraceContaining("duty");
      flow.orc.finish(flow.request("r".repeat(500_000)));
      assertThat(flow.outcome().reason()).hasSizeLessThan(1_100);
    }
  }

  @Test
  void theTimeThatTheHostSleepsMovesTheCeiling() {
    Instant begun = Instant.parse("2026-01-01T00:00:00Z");
    Progress progress = new Progress();
    progress.begin(begun, Duration.ofHours(4));
    progress.pardon(Duration.ofHours(8));
    assertThat(progress.ceilingAt()).isEqualTo(begun.plus(Duration.ofHours(12)));
  }

  private static void verificationFails(Flow flow, int times) {
    Integration failed =
        new Integration(false, null, null, List.of(), List.of(), "make test", "no rule");
    flow.host.world(
        host -> {
          for (int count = 0; count < times; count++) {
            host.integrationAnswers.add(failed);
          }
        });
  }

  private static void claimAndFail(Flow flow, int count) {
    flow.report("orchestrator", ReportKind.DONE, "done " + count);
    flow.await("tried " + count, () -> flow.host.see(host -> host.integrations.size()) == count);
    flow.until(Phase.WORKING);
  }

  private static boolean settled(Flow flow, Message message) {
    return flow.letter(message.id())
        .filter(one -> one.state().equals(LetterState.DELIVERED))
        .isPresent();
  }

  private static void answer(Flow flow, Message asked, String text) {
    flow.orc.report(
        new Report(
            flow.id(), "developer", 1, ReportKind.ANSWER, text, null, asked.id(), flow.now()));
  }

  private static void checkIn(Flow flow, String note) {
    flow.orc.checkIn(
        new CheckInRequest(flow.id(), "person", "developer", note, Schedule.every(60)));
  }

  private static long told(Flow flow) {
    return flow.host.see(host -> host.told.stream().filter(HardNightTest::failing).count());
  }

  private static boolean failing(Need need) {
    return need.id().equals(FAILING);
  }
}
