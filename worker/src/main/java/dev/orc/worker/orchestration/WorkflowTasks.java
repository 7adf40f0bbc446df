package dev.orc.worker.orchestration;

import com.google.protobuf.ByteString;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.TaskQueues;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingWorkflowTaskInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The workflow tasks of one orchestration's newest run, as its server tells of them. Thread-safe.
 */
final class WorkflowTasks {
  /** A killed worker makes one task fail, and then another; a fault makes every one fail. */
  private static final int MANY = 3;

  private final Connection connection;

  WorkflowTasks(Connection connection) {
    this.connection = connection;
  }

  /** A task that fails again and again. */
  record Failing(int attempts, String cause) {}

  Optional<Failing> failing(String project) {
    DescribeWorkflowExecutionResponse run =
        stub()
            .describeWorkflowExecution(
                DescribeWorkflowExecutionRequest.newBuilder()
                    .setNamespace(connection.namespace())
                    .setExecution(newest(project))
                    .build());
    PendingWorkflowTaskInfo task = run.getPendingWorkflowTask();
    if (task.getAttempt() >= MANY) {
      return Optional.of(new Failing(task.getAttempt(), cause(project, history(project))));
    }
    // The embedded server tells of no pending task, and writes every failure down.
    List<HistoryEvent> events = embedded() ? history(project) : List.of();
    int failed = failedAtTheEnd(events);
    return failed >= MANY
        ? Optional.of(new Failing(failed, cause(project, events)))
        : Optional.empty();
  }

  /**
   * Begins again behind the last workflow task that went well; what arrived since is kept. Throws
   * what the server throws when it can not do that.
   *
   * @return the id of the run that goes on
   */
  String reset(String project, String reason) {
    long good =
        history(project).stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
            .mapToLong(HistoryEvent::getEventId)
            .max()
            .orElse(0);
    return stub()
        .resetWorkflowExecution(
            ResetWorkflowExecutionRequest.newBuilder()
                .setNamespace(connection.namespace())
                .setWorkflowExecution(newest(project))
                .setReason(reason)
                .setRequestId(UUID.randomUUID().toString())
                .setWorkflowTaskFinishEventId(good)
                .build())
        .getRunId();
  }

  private static int failedAtTheEnd(List<HistoryEvent> events) {
    int failed = 0;
    for (int i = events.size() - 1; i >= 0; i--) {
      EventType type = events.get(i).getEventType();
      if (type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
        return failed;
      }
      boolean bad =
          type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED
              || type == EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT;
      failed += bad ? 1 : 0;
    }
    return failed;
  }

  private String cause(String project, List<HistoryEvent> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      HistoryEvent event = events.get(i);
      if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED) {
        return innermost(project, event.getWorkflowTaskFailedEventAttributes().getFailure());
      }
    }
    return "its workflow tasks are not answered";
  }

  /** What is around it says where the SDK was; the innermost says what was wrong. */
  private String innermost(String project, Failure failure) {
    Throwable last = converter(project).failureToException(failure);
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String said =
        last instanceof io.temporal.failure.TemporalFailure known
            ? known.getOriginalMessage()
            : null;
    String line = String.valueOf(said).lines().findFirst().orElse("its workflow tasks fail");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  private List<HistoryEvent> history(String project) {
    List<HistoryEvent> events = new ArrayList<>();
    GetWorkflowExecutionHistoryRequest.Builder request =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace(connection.namespace())
            .setExecution(newest(project));
    ByteString next = ByteString.EMPTY;
    do {
      GetWorkflowExecutionHistoryResponse page =
          stub().getWorkflowExecutionHistory(request.setNextPageToken(next).build());
      events.addAll(page.getHistory().getEventsList());
      next = page.getNextPageToken();
    } while (!next.isEmpty());
    return events;
  }

  private boolean embedded() {
    return connection.server().kind() == dev.orc.worker.temporal.TemporalServer.Kind.EMBEDDED;
  }

  /** What a run has written is sealed for that run. */
  private DataConverter converter(String project) {
    return connection
        .requests()
        .getOptions()
        .getDataConverter()
        .withContext(
            new WorkflowSerializationContext(
                connection.namespace(), TaskQueues.workflowId(project)));
  }

  private static WorkflowExecution newest(String project) {
    return WorkflowExecution.newBuilder().setWorkflowId(TaskQueues.workflowId(project)).build();
  }

  private WorkflowServiceBlockingStub stub() {
    return connection
        .requests()
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(5, TimeUnit.SECONDS);
  }
}
