package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.Schedule;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void refusesInOneLineAndLeavesNoTrace() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.awaitText("developer", "/briefs");

      refused(Refusals.NOT_FOUND, "no role nobody", () -> flow.send("person", "nobody", "x"));
      refused(Refusals.USAGE, "who sends", () -> flow.send(" ", "developer", "x"));
      refused(
          Refusals.USAGE, "too long", () -> flow.send("person", "developer", "x".repeat(20_000)));
      refused(Refusals.NOT_FOUND, "no role x", () -> report(flow, "x", ReportKind.DONE));
      refused(Refusals.USAGE, "needs a kind", () -> report(flow, "developer", null));
      refused(
          Refusals.USAGE,
          "the message that it answers",
          () -> report(flow, "developer", ReportKind.ANSWER));
      refused(
          Refusals.USAGE,
          "not a time of day",
          () -> checkIn(flow, "developer", new Schedule(null, null, "25:00", null, "UTC")));
      refused(
          Refusals.USAGE,
          "not a calendar",
          () -> checkIn(flow, "developer", new Schedule(null, null, null, "* *", "UTC")));
      refused(
          Refusals.USAGE,
          "not a time zone",
          () -> checkIn(flow, "developer", new Schedule(null, null, "09:00", null, "Mars")));
      refused(Refusals.NOT_FOUND, "no role x", () -> checkIn(flow, "x", Schedule.in(1)));
      refused(
          Refusals.NOT_FOUND,
          "no check-in c9",
          () -> flow.orc.cancelCheckIn(new CancelCheckIn(flow.id(), "person", "c9")));
      refused(
          Refusals.NOT_FOUND,
          "no open authorization",
          () -> flow.orc.authorize(new AuthorizeRequest(flow.id(), "person", "a9", true, null)));
      refused(
          Refusals.REFUSED,
          "there is a role tester already",
          () ->
              flow.orc.addRoles(
                  new RolesRequest(flow.id(), "person", List.of(Flow.team().roles().get(2)))));
      refused(
          Refusals.REFUSED,
          "leads the team",
          () -> flow.orc.removeRole(new RoleRequest(flow.id(), "p", "orchestrator", null)));
      refused(
          Refusals.NOT_FOUND,
          "no role x",
          () -> flow.orc.rebrief(new RoleRequest(flow.id(), "p", "x", null)));
      refused(
          Refusals.USAGE,
          "needs an id",
          () -> flow.orc.pause(new dev.orc.workflows.model.Request(null, "p", null)));

      assertThat(flow.history().getEvents())
          .noneMatch(event -> event.hasWorkflowExecutionUpdateAcceptedEventAttributes());
    }
  }

  @Test
  void aPayloadThatIsNoMessageIsRefusedAndHarmless() throws Exception {
    try (Flow flow = Flow.working()) {
      var stub =
          flow.env.getWorkflowClient().newUntypedWorkflowStub(TaskQueues.workflowId(Flow.PROJECT));
      Throwable thrown =
          catchThrowable(
              () ->
                  stub.update(
                      "send",
                      Accepted.class,
                      Map.of("id", "x".repeat(200), "text", "no", "to", "a")));
      assertThat(thrown).isNotNull();
      flow.send("person", "developer", "still there");
      flow.awaitText("developer", "still there");
    }
  }

  @Test
  void nothingMoreIsAskedOfWhatEnds() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host ->
              host.before =
                  order -> {
                    if (order.getClass().getSimpleName().equals("CloseOrder")) {
                      throw FakeHost.later("slow", Duration.ofSeconds(30));
                    }
                  });
      Message before = flow.send("person", "developer", "before");
      flow.orc.finish(flow.request(null));
      flow.until(Phase.CLOSING);
      refused(Refusals.REFUSED, "is ending", () -> flow.send("person", "developer", "after"));
      refused(Refusals.REFUSED, "is ending", () -> flow.orc.pause(flow.request(null)));
      refused(Refusals.REFUSED, "is ending", () -> flow.orc.finish(flow.request(null)));
      assertThat(flow.orc.send(before).repeated()).isTrue();
      flow.report("developer", ReportKind.PROGRESS, "my last word");
      flow.host.world(host -> host.before = order -> {});
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  private static void report(Flow flow, String role, ReportKind kind) {
    flow.orc.report(new Report(flow.id(), role, 1, kind, "x", null, null, flow.now()));
  }

  private static void checkIn(Flow flow, String to, Schedule schedule) {
    flow.orc.checkIn(new CheckInRequest(flow.id(), "person", to, "note", schedule));
  }

  private static void refused(String type, String why, Runnable act) {
    Throwable thrown = catchThrowable(act::run);
    assertThat(thrown).as(why).isNotNull();
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof ApplicationFailure)) {
      cause = cause.getCause();
    }
    assertThat(cause).as("%s", thrown).isInstanceOf(ApplicationFailure.class);
    ApplicationFailure failure = (ApplicationFailure) cause;
    String message = failure.getOriginalMessage();
    assertThat(Refusals.why(message)).contains(why).doesNotContain("\n", type);
    assertThat(Refusals.kind(message)).isEqualTo(type);
  }
}
