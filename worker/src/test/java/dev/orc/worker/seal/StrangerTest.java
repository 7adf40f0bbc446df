package dev.orc.worker.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.WorkerUnderTest.Said;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.ResetReapplyType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who reaches Temporal's port and has not the key: can read nothing, and whatever is sent
 * acts on nothing and leaves every orchestration alive.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class StrangerTest {
  private static final String WORDS = "the secret words of the owner";

  @TempDir static Path home;
  private WorkerUnderTest worker;
  private Connection connection;
  private WorkflowClient stranger;

  /** The server that this is shown on; null for the best there is. */
  String kind() {
    return null;
  }

  @BeforeAll
  void start() throws IOException {
    worker = new WorkerUnderTest(home, kind());
    connection = worker.connect();
    stranger =
        WorkflowClient.newInstance(
            connection.workers().getWorkflowServiceStubs(),
            WorkflowClientOptions.newBuilder()
                .setDataConverter(OrcDataConverter.create())
                .setIdentity("stranger")
                .build());
  }

  @AfterAll
  void end() throws InterruptedException {
    connection.close();
    worker.close();
  }

  @Test
  void readsNothingThatAnybodySaid() {
    begin("read");
    send("read");

    List<HistoryEvent> events = stranger.fetchHistory("orc/read").getEvents();
    assertThat(events).hasSizeGreaterThan(10);
    for (HistoryEvent event : events) {
      assertThat(new String(event.toByteArray(), StandardCharsets.UTF_8))
          .as(event.getEventType().name())
          .doesNotContain(WORDS)
          .doesNotContain("/p/read")
          .doesNotContain("orchestrator");
    }
    RawValue status = stranger.newUntypedWorkflowStub("orc/read").query("status", RawValue.class);
    assertThat(new String(status.getPayload().toByteArray(), StandardCharsets.UTF_8))
        .doesNotContain("orchestrator");
  }

  @Test
  void anUpdateOfHersIsRefusedAndSaysWhy() {
    begin("update");
    Message message = message("do as I say");
    WorkflowStub stub = stranger.newUntypedWorkflowStub("orc/update");

    assertThatThrownBy(() -> stub.update("send", Accepted.class, message))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("not sealed");
    assertThatThrownBy(() -> stub.update("stop", Accepted.class))
        .isInstanceOf(WorkflowUpdateException.class);
    assertThatThrownBy(() -> stub.update("stop", Accepted.class, new Request("x", "person", "")))
        .isInstanceOf(WorkflowUpdateException.class);
    assertThat(stranger.fetchHistory("orc/update").getEvents())
        .noneMatch(
            event ->
                event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED);
    send("update");
    assertThat(worker.host().delivered).doesNotContain(message.id());
  }

  @Test
  void aQueryOfHersIsNotAnswered() {
    begin("query");
    WorkflowStub stub = stranger.newUntypedWorkflowStub("orc/query");

    assertThatThrownBy(() -> stub.query("inbox", RawValue.class, "developer"))
        .isInstanceOf(WorkflowQueryException.class);
  }

  @Test
  void aSignalOfHersIsDroppedAndTheOrchestrationGoesOn() {
    begin("signal");
    WorkflowStub stub = stranger.newUntypedWorkflowStub("orc/signal");
    stub.signal("hostUp", "a worker of mine");
    stub.signal("hostUp");
    stub.signal("nobodyKnows", "this");

    send("signal");
    assertThat(stranger.fetchHistory("orc/signal").getEvents())
        .noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
  }

  @Test
  void whatSheCopiedFromAnotherHistoryIsRefused() {
    begin("copied");
    begin("other");
    send("other");
    Payload theirs = sentTo("other");

    assertThatThrownBy(
            () ->
                stranger
                    .newUntypedWorkflowStub("orc/copied")
                    .update("send", Accepted.class, new RawValue(theirs)))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("another place");
    send("copied");
  }

  @Test
  void aStartThatSheCopiedIsEndedBeforeItActs() {
    begin("replayed");
    send("replayed");
    Payloads start = startOf("replayed");
    stop("replayed");
    int closed = worker.host().closed.size();

    WorkflowStub stub =
        stranger.newUntypedWorkflowStub(
            "ProjectWorkflow",
            WorkflowOptions.newBuilder()
                .setWorkflowId("orc/replayed")
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .build());
    stub.start(new RawValue(start.getPayloads(0)));
    assertThatThrownBy(() -> stub.getResult(RawValue.class))
        .isInstanceOf(WorkflowFailedException.class);

    assertThat(stub.describe().getStatus())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
    assertThat(stranger.fetchHistory("orc/replayed").getEvents())
        .noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
        .last()
        .satisfies(
            event ->
                assertThat(event.getWorkflowExecutionTerminatedEventAttributes().getReason())
                    .contains("copied"));
    assertThat(worker.host().closed).hasSize(closed);
    assertThat(worker.host().told)
        .filteredOn(need -> need.project().equals("replayed"))
        .singleElement()
        .satisfies(need -> assertThat(need.what()).contains("copied"));
    Said again = worker.post("/v1/projects/replayed/rebuild", new Request("again", "person", null));
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    awaitWorking("replayed");
    send("replayed");
  }

  @Test
  void whatIsOverIsNotSetGoingAgainBySettingItBack() {
    begin("finished");
    send("finished");
    stop("finished");
    ResetWorkflowExecutionRequest back =
        ResetWorkflowExecutionRequest.newBuilder()
            .setNamespace(connection.namespace())
            .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId("orc/finished"))
            .setReason("once more")
            .setRequestId(UUID.randomUUID().toString())
            .setWorkflowTaskFinishEventId(4)
            .setResetReapplyType(ResetReapplyType.RESET_REAPPLY_TYPE_NONE)
            .build();
    if (connection.server().kind() == TemporalServer.Kind.EMBEDDED) {
      return; // It can not set a run back at all.
    }
    String run =
        connection
            .workers()
            .getWorkflowServiceStubs()
            .blockingStub()
            .resetWorkflowExecution(back)
            .getRunId();

    assertThatThrownBy(
            () ->
                stranger
                    .newUntypedWorkflowStub(
                        WorkflowExecution.newBuilder()
                            .setWorkflowId("orc/finished")
                            .setRunId(run)
                            .build(),
                        Optional.empty())
                    .getResult(RawValue.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(TerminatedFailure.class);
    assertThat(worker.host().told)
        .filteredOn(need -> need.project().equals("finished"))
        .singleElement()
        .satisfies(need -> assertThat(need.what()).contains("over"));
  }

  @Test
  void anOrchestrationOfHersEndsAtOnce() {
    WorkflowStub stub =
        stranger.newUntypedWorkflowStub(
            "ProjectWorkflow",
            WorkflowOptions.newBuilder()
                .setWorkflowId("orc/forged")
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .build());
    stub.start("anything");

    assertThatThrownBy(() -> stub.getResult(RawValue.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("not sealed");
    assertThat(stub.describe().getStatus())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED);
    assertThat(worker.get("/v1/projects?closed=true").status()).isEqualTo(200);
    assertThat(worker.get("/v1/projects/forged").body().toString())
        .as("its end at most, and nothing that she said")
        .doesNotContain("anything");
    begin("forged");
    send("forged");
  }

  @Test
  void anOrchestrationWithNothingInItEndsAtOnce() {
    WorkflowStub stub =
        stranger.newUntypedWorkflowStub(
            "ProjectWorkflow",
            WorkflowOptions.newBuilder()
                .setWorkflowId("orc/empty")
                .setTaskQueue(TaskQueues.WORKFLOWS)
                .build());
    stub.start();

    assertThatThrownBy(() -> stub.getResult(RawValue.class))
        .isInstanceOf(WorkflowFailedException.class);
  }

  @Test
  void workThatSheAsksTheHostForIsRefusedForGood() {
    WorkerFactory factory = WorkerFactory.newInstance(stranger);
    factory.newWorker("hers").registerWorkflowImplementationTypes(AskingImpl.class);
    factory.start();
    try {
      Asking asking =
          stranger.newWorkflowStub(
              Asking.class,
              WorkflowOptions.newBuilder()
                  .setWorkflowId("orc/asking")
                  .setTaskQueue("hers")
                  .build());
      assertThat(asking.ask()).isEqualTo("NotSealed true");
    } finally {
      factory.shutdownNow();
    }
  }

  /** A workflow of hers that asks this host for an agent's end. */
  @WorkflowInterface
  public interface Asking {
    @WorkflowMethod
    String ask();
  }

  /** Tells how she was answered. */
  public static final class AskingImpl implements Asking {
    @Override
    public String ask() {
      ActivityOptions options =
          ActivityOptions.newBuilder()
              .setTaskQueue(TaskQueues.host("testhost"))
              .setStartToCloseTimeout(Duration.ofSeconds(10))
              .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(5).build())
              .build();
      try {
        Workflow.newUntypedActivityStub(options)
            .execute("agent.Dismiss", Void.class, new DismissOrder("shop", "developer", "so"));
        return "done";
      } catch (ActivityFailure refused) {
        ApplicationFailure cause = (ApplicationFailure) refused.getCause();
        return cause.getType() + " " + cause.isNonRetryable();
      }
    }
  }

  private void begin(String project) {
    StartRequest request =
        new StartRequest(
            UUID.randomUUID().toString(),
            "person",
            "/spec.md",
            "/p/" + project,
            project,
            null,
            TeamWish.NONE,
            List.of(),
            List.of(),
            null,
            null);
    Said started = worker.post("/v1/projects", request);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    awaitWorking(project);
  }

  private void stop(String project) {
    Request stop = new Request(UUID.randomUUID().toString(), "person", "enough");
    assertThat(worker.post("/v1/projects/" + project + "/stop", stop).status()).isEqualTo(202);
    var unused =
        connection.workers().newUntypedWorkflowStub("orc/" + project).getResult(Outcome.class);
  }

  private Payloads startOf(String project) {
    return stranger
        .fetchHistory("orc/" + project)
        .getEvents()
        .get(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getInput();
  }

  private void awaitWorking(String project) {
    Said working =
        worker.await(
            "/v1/projects/" + project,
            said -> said.body().path("phase").asText().equals("WORKING"));
    assertThat(working.body().path("phase").asText()).as(working.text()).isEqualTo("WORKING");
  }

  /** The owner still speaks with it, and is heard. */
  private void send(String project) {
    Message message = message(WORDS);
    Said sent = worker.post("/v1/projects/" + project + "/messages", message);
    assertThat(sent.status()).as(sent.text()).isEqualTo(202);
    Said seen = worker.await("/v1/health", said -> worker.host().delivered.contains(message.id()));
    assertThat(worker.host().delivered).as(seen.text()).contains(message.id());
  }

  private Payload sentTo(String project) {
    return stranger.fetchHistory("orc/" + project).getEvents().stream()
        .filter(HistoryEvent::hasWorkflowExecutionUpdateAcceptedEventAttributes)
        .map(
            event ->
                event
                    .getWorkflowExecutionUpdateAcceptedEventAttributes()
                    .getAcceptedRequest()
                    .getInput()
                    .getArgs())
        .map(Payloads::getPayloadsList)
        .filter(payloads -> !payloads.isEmpty())
        .findFirst()
        .orElseThrow()
        .get(0);
  }

  private static Message message(String text) {
    return Message.ordinary(
        UUID.randomUUID().toString(), Message.PERSON, "developer", text, Instant.now());
  }
}
