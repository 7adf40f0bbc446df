package dev.orc.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.temporal.api.command.v1.CancelTimerCommandAttributes;
import io.temporal.api.command.v1.Command;
import io.temporal.api.command.v1.ProtocolMessageCommandAttributes;
import io.temporal.api.command.v1.RequestCancelActivityTaskCommandAttributes;
import io.temporal.api.command.v1.ScheduleActivityTaskCommandAttributes;
import io.temporal.api.command.v1.StartTimerCommandAttributes;
import io.temporal.api.common.v1.ActivityType;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.CommandType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.protocol.v1.Message;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.update.v1.Acceptance;
import io.temporal.api.update.v1.Input;
import io.temporal.api.update.v1.Meta;
import io.temporal.api.update.v1.Request;
import io.temporal.api.update.v1.WaitPolicy;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.internal.testservice.TestServicesStarter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker may do that the embedded server by itself does not bear, played call by call. */
class EmbeddedServerMainTest {
  private static final String SPACE = "default";
  private static final TaskQueue QUEUE = TaskQueue.newBuilder().setName("q").build();
  private static final WorkflowExecution RUN =
      WorkflowExecution.newBuilder().setWorkflowId("w").build();

  private final TestServicesStarter services = new TestServicesStarter(true, 0);
  private Server server;
  private ManagedChannel channel;
  private WorkflowServiceGrpc.WorkflowServiceBlockingStub stub;
  private ByteString lastToken;

  @BeforeEach
  void startTheServerAndOneRun() throws Exception {
    server = EmbeddedServerMain.start(services, 0);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    stub = WorkflowServiceGrpc.newBlockingStub(channel);
    var started =
        stub.startWorkflowExecution(
            StartWorkflowExecutionRequest.newBuilder()
                .setNamespace(SPACE)
                .setWorkflowId("w")
                .setRequestId("r")
                .setWorkflowType(WorkflowType.newBuilder().setName("any"))
                .setTaskQueue(QUEUE)
                .setWorkflowTaskTimeout(seconds(30))
                .build());
    assertThat(started.getRunId()).isNotEmpty();
  }

  @AfterEach
  void endThem() {
    channel.shutdownNow();
    server.shutdownNow();
    services.close();
  }

  @Test
  void anActivityThatHasJustEndedIsToldBeforeItIsCancelled() {
    answer(workflowTask(), schedule());
    long scheduled = scheduledEvent(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    ByteString activity = activityTask();
    signal();
    PollWorkflowTaskQueueResponse ignorant = workflowTask();
    complete(activity);

    refused(ignorant, cancelActivity(scheduled));

    PollWorkflowTaskQueueResponse again = workflowTask();
    assertThat(types(again)).contains(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED);
    answer(again, timer("t"));
    signal();
    assertThat(types(workflowTask())).contains(EventType.EVENT_TYPE_TIMER_STARTED);
  }

  @Test
  void aTimerThatHasJustFiredIsToldBeforeItIsCancelled() {
    answer(workflowTask(), timer("soon"));
    signal();
    PollWorkflowTaskQueueResponse ignorant = workflowTask();
    awaitFired();

    refused(ignorant, cancelTimer("soon"));

    assertThat(types(workflowTask())).contains(EventType.EVENT_TYPE_TIMER_FIRED);
  }

  @Test
  void whatIsStillOpenCanBeCancelled() {
    answer(workflowTask(), schedule());
    signal();
    PollWorkflowTaskQueueResponse task = workflowTask();
    answer(task, cancelActivity(scheduledEvent(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)));
    assertThat(types(workflowTask())).contains(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED);
  }

  @Test
  void whatNobodyHasTakenEndsAfterTheUpdatesOfTheSameAnswer() {
    answer(workflowTask(), schedule());
    long scheduled = scheduledEvent(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    var updated = WorkflowServiceGrpc.newFutureStub(channel).updateWorkflowExecution(update("u"));
    PollWorkflowTaskQueueResponse task = workflowTask();
    Message asked = task.getMessages(0);

    answer(task, List.of(accepted(asked)), cancelActivity(scheduled), message("accepted"));

    assertThat(types(workflowTask()))
        .containsSubsequence(
            EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
            EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED);
    assertThat(updated).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void anUpdateComesAfterWhatHappenedBeforeItsTaskWasStarted() {
    answer(workflowTask(), timerOf("long", seconds(3_600)));
    var updated = WorkflowServiceGrpc.newFutureStub(channel).updateWorkflowExecution(update("u"));
    awaitScheduled(2);
    signal();

    PollWorkflowTaskQueueResponse task = workflowTask();
    List<EventType> types = types(task);
    assertThat(types.subList(types.size() - 3, types.size()))
        .containsExactly(
            EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED);
    Message asked = task.getMessages(0);
    answer(task, List.of(accepted(asked)), message("accepted"));
    assertThat(updated).succeedsWithin(20, TimeUnit.SECONDS);
    assertThat(
            event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
                .getWorkflowExecutionUpdateAcceptedEventAttributes()
                .getAcceptedRequestSequencingEventId())
        .isEqualTo(asked.getEventId());
  }

  /** Until the history tells of so many workflow tasks. */
  private void awaitScheduled(int tasks) {
    long end = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
    while (history().stream()
            .filter(e -> e.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED)
            .count()
        < tasks) {
      assertThat(System.nanoTime()).as("a task is scheduled").isLessThan(end);
    }
  }

  private static UpdateWorkflowExecutionRequest update(String id) {
    return UpdateWorkflowExecutionRequest.newBuilder()
        .setNamespace(SPACE)
        .setWorkflowExecution(RUN)
        .setWaitPolicy(
            WaitPolicy.newBuilder()
                .setLifecycleStage(
                    UpdateWorkflowExecutionLifecycleStage
                        .UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED))
        .setRequest(
            Request.newBuilder()
                .setMeta(Meta.newBuilder().setUpdateId(id))
                .setInput(Input.newBuilder().setName("any")))
        .build();
  }

  private static Message accepted(Message asked) {
    return Message.newBuilder()
        .setId("accepted")
        .setProtocolInstanceId(asked.getProtocolInstanceId())
        .setBody(
            Any.pack(
                Acceptance.newBuilder()
                    .setAcceptedRequestMessageId(asked.getId())
                    .setAcceptedRequestSequencingEventId(asked.getEventId())
                    .setAcceptedRequest(update(asked.getProtocolInstanceId()).getRequest())
                    .build()))
        .build();
  }

  private static Command message(String id) {
    return Command.newBuilder()
        .setCommandType(CommandType.COMMAND_TYPE_PROTOCOL_MESSAGE)
        .setProtocolMessageCommandAttributes(
            ProtocolMessageCommandAttributes.newBuilder().setMessageId(id))
        .build();
  }

  private void refused(PollWorkflowTaskQueueResponse task, Command command) {
    assertThatThrownBy(() -> answer(task, command))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UnhandledCommand");
  }

  private PollWorkflowTaskQueueResponse workflowTask() {
    PollWorkflowTaskQueueResponse task =
        stub.pollWorkflowTaskQueue(
            PollWorkflowTaskQueueRequest.newBuilder()
                .setNamespace(SPACE)
                .setTaskQueue(QUEUE)
                .setIdentity("test")
                .build());
    lastToken = task.getTaskToken();
    return task;
  }

  private ByteString activityTask() {
    return stub.pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(SPACE)
                .setTaskQueue(QUEUE)
                .setIdentity("test")
                .build())
        .getTaskToken();
  }

  private void answer(PollWorkflowTaskQueueResponse task, Command command) {
    answer(task, List.of(), command);
  }

  private void answer(
      PollWorkflowTaskQueueResponse task, List<Message> messages, Command... commands) {
    var unused =
        stub.respondWorkflowTaskCompleted(
            RespondWorkflowTaskCompletedRequest.newBuilder()
                .setNamespace(SPACE)
                .setIdentity("test")
                .setTaskToken(task.getTaskToken())
                .addAllMessages(messages)
                .addAllCommands(List.of(commands))
                .build());
  }

  private void complete(ByteString activity) {
    var unused =
        stub.respondActivityTaskCompleted(
            RespondActivityTaskCompletedRequest.newBuilder()
                .setNamespace(SPACE)
                .setTaskToken(activity)
                .build());
  }

  private void signal() {
    var unused =
        stub.signalWorkflowExecution(
            SignalWorkflowExecutionRequest.newBuilder()
                .setNamespace(SPACE)
                .setWorkflowExecution(RUN)
                .setSignalName("s")
                .build());
  }

  /** The server forgets a timer when it fires, and says so to nobody while a task is under way. */
  private void awaitFired() {
    EmbeddedRuns.Run run = lastRun();
    long end = System.nanoTime() + java.time.Duration.ofSeconds(20).toNanos();
    while (run.hasTimer("soon")) {
      assertThat(System.nanoTime()).as("the timer fires").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private EmbeddedRuns.Run lastRun() {
    return new EmbeddedRuns(services.getWorkflowService()).of(lastToken);
  }

  private List<EventType> types(PollWorkflowTaskQueueResponse task) {
    return task.getHistory().getEventsList().stream().map(HistoryEvent::getEventType).toList();
  }

  private long scheduledEvent(EventType type) {
    return event(type).getEventId();
  }

  private HistoryEvent event(EventType type) {
    return history().stream()
        .filter(event -> event.getEventType() == type)
        .findFirst()
        .orElseThrow();
  }

  private List<HistoryEvent> history() {
    return stub.getWorkflowExecutionHistory(
            GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(SPACE)
                .setExecution(RUN)
                .build())
        .getHistory()
        .getEventsList();
  }

  private static Duration seconds(int seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }

  private static Command schedule() {
    return Command.newBuilder()
        .setCommandType(CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK)
        .setScheduleActivityTaskCommandAttributes(
            ScheduleActivityTaskCommandAttributes.newBuilder()
                .setActivityId("a")
                .setActivityType(ActivityType.newBuilder().setName("any"))
                .setTaskQueue(QUEUE)
                .setScheduleToCloseTimeout(seconds(60))
                .setStartToCloseTimeout(seconds(60)))
        .build();
  }

  private static Command cancelActivity(long scheduledEventId) {
    return Command.newBuilder()
        .setCommandType(CommandType.COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK)
        .setRequestCancelActivityTaskCommandAttributes(
            RequestCancelActivityTaskCommandAttributes.newBuilder()
                .setScheduledEventId(scheduledEventId))
        .build();
  }

  private static Command timer(String id) {
    return timerOf(id, Duration.newBuilder().setNanos(300_000_000).build());
  }

  private static Command timerOf(String id, Duration after) {
    return Command.newBuilder()
        .setCommandType(CommandType.COMMAND_TYPE_START_TIMER)
        .setStartTimerCommandAttributes(
            StartTimerCommandAttributes.newBuilder().setTimerId(id).setStartToFireTimeout(after))
        .build();
  }

  private static Command cancelTimer(String id) {
    return Command.newBuilder()
        .setCommandType(CommandType.COMMAND_TYPE_CANCEL_TIMER)
        .setCancelTimerCommandAttributes(CancelTimerCommandAttributes.newBuilder().setTimerId(id))
        .build();
  }
}
