package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.project.ProjectInput;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose every workflow task fails is seen, said, and can be ended. */
@Timeout(180)
class StuckRunTest {
  @TempDir Path home;

  @ParameterizedTest
  @NullSource // the best Temporal of this machine
  @ValueSource(strings = "embedded")
  void isToldOnceAndEndedByForce(String kind) throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, kind)) {
      try (Connection connection = worker.connect()) {
        begin(connection, "wedged");
        Said health = worker.await("/v1/health", said -> said.body().path("stuck").size() == 1);
        assertThat(health.body().at("/stuck/0/project").asText()).isEqualTo("wedged");

        Said list = worker.get("/v1/projects");
        assertThat(list.body().at("/0/needs/0/what").asText()).contains("does not go on");
        assertThat(list.body().at("/0/needs/0/remedy").asText()).contains("orc heal wedged");
        assertThat(worker.get("/metrics").text()).contains("orc_stuck_runs 1");
        assertThat(worker.host().told).hasSize(1);

        Said ended = worker.post("/v1/projects/wedged/terminate", request("enough"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(202);
        assertThat(worker.host().closed).singleElement().satisfies(StuckRunTest::isStopped);
        worker.await("/v1/health", said -> said.body().path("stuck").isEmpty());
        assertThat(worker.host().told).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "embedded")
  void whatGoesOnIsNotHealed(String kind) throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, kind)) {
      assertThat(worker.post("/v1/projects/nothing/heal", request(null)).status()).isEqualTo(404);
      assertThat(worker.post("/v1/projects/nothing/terminate", request(null)).status())
          .isEqualTo(404);
    }
  }

  /** What the task that went well last did is undone; what was said since is not lost. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "embedded")
  void isHealedToTheLastGoodTaskAndGoesOn(String kind) throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home, kind);
        Connection connection = worker.connect()) {
      worker.startAnew(SlippedWorkflow.class);
      worker.begin("torn");
      connection.workers().newUntypedWorkflowStub("orc/torn").signal("hostUp", "slip");
      awaitTimer(connection);
      worker.startAnew(ProjectWorkflowImpl.class);
      Said stuck = worker.await("/v1/health", said -> said.body().path("stuck").size() == 1);
      assertThat(stuck.body().at("/stuck/0/project").asText()).as(stuck.text()).isEqualTo("torn");

      Said healed = worker.post("/v1/projects/torn/heal", request(null));
      if (connection.server().kind() == TemporalServer.Kind.EMBEDDED) {
        assertThat(healed.status()).as(healed.text()).isEqualTo(409);
        assertThat(healed.text()).contains("can not set a run back").contains("--force");
        return;
      }
      assertThat(healed.status()).as(healed.text()).isEqualTo(202);
      Message message =
          Message.ordinary("after", Message.PERSON, "developer", "go on", Instant.now());
      Said sent = worker.postUntilAnswered("/v1/projects/torn/messages", message);
      assertThat(sent.status()).as(sent.text()).isEqualTo(202);
      worker.await("/v1/health", said -> worker.host().delivered.contains("after"));
      assertThat(worker.host().delivered).containsOnlyOnce("after");
      assertThat(worker.get("/v1/projects/torn").body().path("phase").asText())
          .isEqualTo("WORKING");
      Said health = worker.await("/v1/health", said -> said.body().path("stuck").isEmpty());
      assertThat(health.body().path("stuck")).isEmpty();
      assertThat(worker.host().told).noneMatch(need -> need.id().startsWith("copied-start"));
    }
  }

  private static void awaitTimer(Connection connection) throws InterruptedException {
    while (connection.workers().fetchHistory("orc/torn").getEvents().stream()
        .noneMatch(StuckRunTest::isSlip)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static boolean isSlip(HistoryEvent event) {
    return event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED
        && event.getTimerStartedEventAttributes().getStartToFireTimeout().getSeconds() == 3_600;
  }

  private static void isStopped(CloseOrder order) {
    assertThat(order.project()).isEqualTo("wedged");
    assertThat(order.outcome().phase()).isEqualTo(Phase.STOPPED);
    assertThat(order.outcome().reason()).isEqualTo("enough");
    assertThat(order.keep()).isFalse();
  }

  /** What it begins with has no team and no spec, so its first task fails, and every next one. */
  private static void begin(Connection connection, String project) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(TaskQueues.workflowId(project))
            .setTaskQueue(TaskQueues.WORKFLOWS)
            .setWorkflowTaskTimeout(Duration.ofSeconds(4))
            .setTypedSearchAttributes(
                io.temporal.common.SearchAttributes.newBuilder()
                    .set(io.temporal.common.SearchAttributeKey.forKeyword("OrcHost"), "testhost")
                    .build())
            .build();
    WorkflowExecution started =
        connection
            .workers()
            .newUntypedWorkflowStub("ProjectWorkflow", options)
            .start(ProjectInput.of(project, "testhost", "/p", null, null, null, null));
    assertThat(started.getRunId()).isNotEmpty();
  }

  private static Request request(String reason) {
    return new Request(UUID.randomUUID().toString(), "person", reason);
  }
}
