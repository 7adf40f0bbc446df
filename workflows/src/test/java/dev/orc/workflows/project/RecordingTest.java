package dev.orc.workflows.project;

import dev.orc.workflows.Recorder;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Plays what happens to orchestrations and records it for {@link HistoriesTest}; by itself it is
 * skipped. Each edition is recorded once, by `scripts/record-histories`, before the next begins.
 */
@EnabledIfSystemProperty(named = Recorder.EDITION, matches = ".+")
class RecordingTest {
  @Test
  void aWholeRun() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs/developer-1.md");
      flow.send("person", "developer", "begin");
      flow.awaitText("developer", "begin");
      flow.pass(Duration.ofMinutes(35));
      end(flow, "project");
    }
  }

  @Test
  void limits() throws Exception {
    try (Flow flow = Flow.working()) {
      limit(flow, "developer", flow.now().plus(Duration.ofMinutes(20)));
      flow.awaitState("developer", "limited");
      flow.send("person", "developer", "waits for the limit's end");
      flow.awaitText("developer", "Your usage limit should be over");
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitText("developer", "waits for the limit's end");
      limit(flow, "tester", null);
      flow.awaitState("tester", "limited");
      flow.pass(Duration.ofMinutes(30));
      flow.host.agent("tester", agent -> agent.condition = Condition.READY);
      flow.await("goes on", () -> !flow.agent("tester").state().equals(AgentState.LIMITED));
      Instant reset = flow.now().plus(Duration.ofHours(1));
      List.of("orchestrator", "developer", "tester").forEach(role -> limit(flow, role, reset));
      flow.await("all wait", () -> !flow.status().conditions().isEmpty());
      flow.pass(Duration.ofMinutes(70));
      flow.await("all go on", () -> flow.status().conditions().isEmpty());
      end(flow, "limits");
    }
  }

  @Test
  void crashes() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.send("person", "tester", "before the crash");
      flow.host.agent("tester", agent -> agent.condition = Condition.EXITED);
      flow.awaitText("tester", "/briefs/tester-2.md");
      flow.host.world(host -> host.session = false);
      flow.await("rebuilt", () -> flow.host.see(host -> host.sessionsOpened) == 2);
      flow.awaitText("developer", "/briefs/developer-2.md");
      for (int crash = 0; crash < 5; crash++) {
        int life = flow.agent("developer").incarnation();
        flow.host.agent("developer", agent -> agent.condition = Condition.EXITED);
        flow.await(
            "next life",
            () ->
                flow.agent("developer").incarnation() > life
                    || flow.agent("developer").state().equals(AgentState.GONE));
        flow.pass(Duration.ofSeconds(5));
      }
      flow.awaitState("developer", "gone");
      flow.orc.resume(flow.request("try again"));
      flow.awaitState("developer", "ready");
      flow.host.agent("tester", agent -> agent.condition = Condition.ASKING);
      flow.awaitState("tester", "asking");
      flow.host.agent("tester", agent -> agent.condition = Condition.READY);
      flow.awaitState("tester", "ready");
      end(flow, "crashes");
    }
  }

  @Test
  void messages() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.orc.checkIn(
          new CheckInRequest("c1", "person", "developer", "how is it", Schedule.in(10)));
      flow.host.agent("developer", agent -> agent.condition = Condition.BUSY);
      flow.send("person", "developer", "when there is time");
      flow.orc.send(
          Message.of(MessageKind.WARNING, flow.id(), "person", "developer", "at once", flow.now()));
      flow.awaitText("developer", "at once");
      flow.send("person", "@all", "to all");
      flow.send("tester", "developer", "by way of the hub");
      flow.pass(Duration.ofMinutes(12));
      flow.host.agent("developer", agent -> agent.condition = Condition.READY);
      flow.awaitText("developer", "how is it");
      flow.host.world(host -> host.postman = RecordingTest::doubtful);
      flow.send("person", "tester", "did it arrive");
      flow.pass(Duration.ofSeconds(20));
      flow.host.world(host -> host.postman = host::bring);
      Report asks = flow.report("developer", ReportKind.AUTHORIZATION, "deploy it");
      flow.orc.authorize(new AuthorizeRequest(flow.id(), "person", asks.id(), true, "yes"));
      flow.report("tester", ReportKind.BLOCKED, "no data");
      flow.orc.pause(flow.request("lunch"));
      flow.send("person", "tester", "after lunch");
      flow.orc.resume(flow.request(null));
      flow.awaitText("tester", "after lunch");
      flow.orc.addRoles(
          new RolesRequest(
              flow.id(), "person", List.of(Flow.role("devops", false, List.of(), List.of()))));
      flow.awaitState("devops", "ready");
      flow.orc.rebrief(new RoleRequest(flow.id(), "person", "devops", null));
      flow.orc.removeRole(new RoleRequest(flow.id(), "person", "devops", "enough"));
      flow.await("dismissed", () -> flow.host.see(host -> host.dismissed.size()) == 1);
      end(flow, "messages");
    }
  }

  @Test
  void integration() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host -> {
            host.integrationAnswers.add(
                new Integration(
                    false,
                    null,
                    null,
                    List.of(),
                    List.of(new Conflict("tester", "tester/shop", List.of("a.txt"))),
                    null,
                    null));
            host.integrationAnswers.add(
                new Integration(false, null, null, List.of(), List.of(), "make", "no rule"));
          });
      flow.host.world(host -> host.dirty.put("developer", List.of("b.txt")));
      flow.report("orchestrator", ReportKind.DONE, "one");
      flow.awaitText("developer", "something is still missing from you");
      flow.host.world(host -> host.dirty.clear());
      flow.report("orchestrator", ReportKind.DONE, "two");
      flow.awaitText("tester", "does not merge");
      flow.host.world(host -> host.head = "3".repeat(40));
      flow.report("orchestrator", ReportKind.DONE, "three");
      flow.awaitText("orchestrator", "the verification failed");
      flow.host.world(host -> host.completionFile = "COMPLETED\nfour");
      flow.outcome();
      Recorder.write("integration", flow.histories());
    }
  }

  @Test
  void manyRuns() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.historyEvents(150))) {
      for (int count = 0; count < 15; count++) {
        flow.send("person", "developer", "d" + count);
        flow.send("person", "tester", "t" + count);
        flow.pass(Duration.ofMillis(100));
      }
      flow.awaitText("tester", "t14");
      end(flow, "runs");
    }
  }

  @Test
  void aStopInTheMiddle() throws Exception {
    try (Flow flow = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS)).begin()) {
      flow.pass(Duration.ofSeconds(1));
      flow.orc.stop(flow.request("enough"));
      flow.outcome();
      Recorder.write("stop", flow.histories());
    }
  }

  private static void end(Flow flow, String name) throws Exception {
    flow.report("developer", ReportKind.DONE, "built");
    flow.report("orchestrator", ReportKind.DONE, "sold");
    flow.outcome();
    Recorder.write(name, flow.histories());
  }

  private static Receipt doubtful(
      dev.orc.workflows.activities.AgentActivities.DeliveryOrder order) {
    return new Receipt(
        order.message().id(), Delivery.UNKNOWN, Condition.READY, null, null, "no sign");
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
