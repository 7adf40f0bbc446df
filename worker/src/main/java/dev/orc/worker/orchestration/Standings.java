package dev.orc.worker.orchestration;

import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.BatchActivities.LookOrder;
import dev.orc.workflows.activities.BatchActivities.Standing;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Outcome;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How orchestrations stand, each from its first run on through every run that continued it.
 * Thread-safe.
 */
final class Standings {
  private static final String STATUS = "WORKFLOW_EXECUTION_STATUS_";

  private final Connection connection;
  private final Function<String, Optional<Completed>> kept;

  /**
   * @param kept what the host keeps of an end, by the orchestration's first run
   */
  Standings(Connection connection, Function<String, Optional<Completed>> kept) {
    this.connection = connection;
    this.kept = kept;
  }

  Standing of(LookOrder order) {
    try {
      String run = newestOf(order);
      WorkflowExecutionDescription found = stub(order.project(), run).describe();
      while (found.getStatus()
          == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW) {
        run = next(order.project(), run);
        found = stub(order.project(), run).describe();
      }
      return standing(order, run, found.getStatus());
    } catch (RuntimeException failed) {
      if (TemporalFailure.unknownRun(failed)) {
        return forgotten(order);
      }
      throw failed;
    }
  }

  /** The newest run of that name where it belongs to the same orchestration; else its first. */
  private String newestOf(LookOrder order) {
    WorkflowExecutionDescription newest = stub(order.project(), "").describe();
    return order.runId().equals(newest.getFirstRunId())
        ? newest.getExecution().getRunId()
        : order.runId();
  }

  private Standing standing(LookOrder order, String run, WorkflowExecutionStatus status) {
    String word = status.name().substring(STATUS.length());
    return switch (word) {
      case "RUNNING", "PAUSED" -> new Standing(order.project(), order.runId(), true, null, null);
      case "COMPLETED" ->
          new Standing(
              order.project(),
              order.runId(),
              false,
              word,
              stub(order.project(), run).getResult(Outcome.class));
      default -> new Standing(order.project(), order.runId(), false, word, null);
    };
  }

  /** Temporal keeps what is over for some days, or loses it; the host keeps the end. */
  private Standing forgotten(LookOrder order) {
    return kept.apply(order.runId())
        .map(
            one ->
                new Standing(order.project(), order.runId(), false, "COMPLETED", Ends.outcome(one)))
        .orElseGet(() -> new Standing(order.project(), order.runId(), false, "NOT_FOUND", null));
  }

  private String next(String project, String run) {
    List<HistoryEvent> events =
        connection
            .requests()
            .getWorkflowServiceStubs()
            .blockingStub()
            .withDeadlineAfter(5, TimeUnit.SECONDS)
            .getWorkflowExecutionHistory(
                GetWorkflowExecutionHistoryRequest.newBuilder()
                    .setNamespace(connection.namespace())
                    .setExecution(execution(project, run))
                    .setHistoryEventFilterType(
                        HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
                    .build())
            .getHistory()
            .getEventsList();
    return events
        .get(events.size() - 1)
        .getWorkflowExecutionContinuedAsNewEventAttributes()
        .getNewExecutionRunId();
  }

  private WorkflowStub stub(String project, String run) {
    return connection.requests().newUntypedWorkflowStub(execution(project, run), Optional.empty());
  }

  private static WorkflowExecution execution(String project, String run) {
    return WorkflowExecution.newBuilder()
        .setWorkflowId(TaskQueues.workflowId(project))
        .setRunId(run)
        .build();
  }
}
