package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.FailureTypes;
import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.PrepareOrder;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ReportKind;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why it failed, who is told of it, and that a cancelled workflow ends as a stopped one. */
class FailureTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final BatchRef BATCH = new BatchRef("orc-batch/night", "3", 2);

  @Test
  void whatCanNotBeBegunSaysWhetherItEverCan() throws Exception {
    assertThat(refused(FakeHost.refusal("it is bare"))).isEqualTo(FailureKind.BAD_SPEC);
    ApplicationFailure full =
        ApplicationFailure.newNonRetryableFailure(
            "the disk is full", FailureTypes.LATER, "make room", 1);
    assertThat(refused(full)).isEqualTo(FailureKind.OTHER);
  }

  @Test
  void theLeadsOwnWordIsReported() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.report("orchestrator", ReportKind.FAILED, "no goods");
      assertThat(flow.outcome().failure()).isEqualTo(FailureKind.REPORTED);
    }
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.completionFile = "FAILED\nno goods");
      assertThat(flow.outcome().failure()).isEqualTo(FailureKind.REPORTED);
    }
  }

  @Test
  void theTimeWasOver() throws Exception {
    try (Flow flow = late()) {
      Outcome outcome = flow.outcome();
      assertThat(outcome.failure()).isEqualTo(FailureKind.TIMEOUT);
      assertThat(outcome.notBefore()).isNull();
    }
  }

  @Test
  void theTimeWentByInALimit() throws Exception {
    try (Flow flow = late()) {
      Instant reset = flow.now().plus(Duration.ofDays(2));
      flow.host.agent(
          "orchestrator",
          agent -> {
            agent.condition = Condition.LIMITED;
            agent.resetsAt = reset;
          });
      Outcome outcome = flow.outcome();
      assertThat(outcome.failure()).isEqualTo(FailureKind.LIMIT);
      assertThat(outcome.notBefore()).isEqualTo(reset);
      assertThat(outcome.reason()).contains("usage limits");
    }
  }

  @Test
  void anAgentWasGivenUp() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), Settings.ceiling(HOUR)));
    begun.host.world(
        host ->
            host.before =
                order -> {
                  if (order instanceof LaunchOrder launch
                      && launch.role().name().equals("tester")) {
                    throw FakeHost.refusal("not installed");
                  }
                });
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      assertThat(flow.outcome().failure()).isEqualTo(FailureKind.CRASH_LOOP);
    }
  }

  @Test
  void theLastIntegrationFailed() throws Exception {
    try (Flow flow = late()) {
      Conflict conflict = new Conflict("tester", "tester/shop", List.of("a.txt"));
      flow.host.world(host -> host.integrationAnswers.add(failed(List.of(conflict), null)));
      flow.orc.finish(flow.request(null));
      assertThat(flow.outcome().failure()).isEqualTo(FailureKind.CONFLICT);
    }
    try (Flow flow = late()) {
      flow.host.world(host -> host.integrationAnswers.add(failed(List.of(), "make test")));
      flow.orc.finish(flow.request(null));
      assertThat(flow.outcome().failure()).isEqualTo(FailureKind.VERIFICATION);
    }
  }

  @Test
  void theBatchIsToldOfTheEnd() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS, BATCH));
    WorkflowStub batch =
        begun
            .env
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                "FakeBatch",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(BATCH.workflow())
                    .setTaskQueue("orc")
                    .build());
    batch.start();
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      flow.orc.finish(flow.request("complete"));
      Outcome outcome = flow.outcome();
      assertThat(batch.getResult(Outcome.class)).isEqualTo(outcome);
      assertThat(outcome.batch()).isEqualTo(BATCH);
      assertThat(outcome.failure()).isNull();
    }
  }

  @Test
  void aBatchThatIsGoneIsNoError() throws Exception {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS, BATCH));
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      flow.orc.finish(flow.request("complete"));
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.timeline()).contains("nobody was told");
    }
  }

  @Test
  void whatWasCommittedLastCountsToo() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = HOUR);
      flow.pass(Duration.ofSeconds(5));
      flow.host.agent("developer", agent -> agent.commits = 4);
      flow.host.agent("tester", agent -> agent.commits = 2);
      flow.orc.stop(flow.request("enough"));
      assertThat(flow.outcome().totals().commits()).isEqualTo(6);
      assertThat(flow.host.closings.get(0).outcome().totals().commits()).isEqualTo(6);
    }
  }

  @Test
  void aCancelledWorkflowEndsAsAStoppedOne() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.pass(Duration.ofSeconds(5));
      WorkflowStub.fromTyped(flow.orc).cancel("the evening is over");
      assertCanceled(flow);
      assertThat(flow.status().phase()).isEqualTo(Phase.STOPPED);
      assertThat(flow.status().reason()).isEqualTo("the evening is over");
      assertThat(flow.host.closings)
          .extracting(order -> order.outcome().phase())
          .containsExactly(Phase.STOPPED);
    }
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.hostAway();
    try (Flow flow = begun.begin().until(Phase.PREPARING)) {
      WorkflowStub.fromTyped(flow.orc).cancel();
      assertCanceled(flow);
      assertThat(flow.status().phase()).isEqualTo(Phase.STOPPED);
    }
  }

  @Test
  void aCancellationWhileItClosesChangesNothing() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(
          host ->
              host.before =
                  order -> {
                    if (order.getClass().getSimpleName().equals("CloseOrder")) {
                      throw FakeHost.later("not now", Duration.ofSeconds(30));
                    }
                  });
      flow.orc.finish(flow.request("complete"));
      flow.until(Phase.CLOSING);
      WorkflowStub.fromTyped(flow.orc).cancel();
      assertCanceled(flow);
      assertThat(flow.status().phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.timeline()).contains("its session was not closed");
    }
  }

  private static void assertCanceled(Flow flow) {
    assertThatThrownBy(flow::outcome)
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
  }

  private static FailureKind refused(ApplicationFailure why) {
    Flow begun = Flow.of(Flow.input(Flow.team(), ProjectSettings.DEFAULTS));
    begun.host.world(
        host ->
            host.before =
                order -> {
                  if (order instanceof PrepareOrder) {
                    throw why;
                  }
                });
    try (Flow flow = begun.begin()) {
      return flow.outcome().failure();
    }
  }

  /** Has an hour for its work. */
  private static Flow late() {
    Flow flow = Flow.working(Flow.team(), Settings.ceiling(HOUR));
    flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
    return flow;
  }

  private static Integration failed(List<Conflict> conflicts, String command) {
    return new Integration(false, "h", "b", List.of(), conflicts, command, "it is red");
  }
}
