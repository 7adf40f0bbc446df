package dev.orc.worker.orchestration;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.filter.v1.StartTimeFilter;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lists the runs of this host's orchestrations, or of its batches. The embedded server has the two
 * old lists only, and filters nothing, so everything is filtered here. Thread-safe.
 */
final class Runs {
  private static final int PAGE = 500;
  private static final int MOST_CLOSED = 1_000;

  private final Connection connection;
  private final MemoReader memos;
  private final String host;
  private final String type;
  private final Function<String, String> names;

  /**
   * @param type of the workflows
   * @param names what people call the one of that workflow id; null when it is none of them
   */
  private Runs(Connection connection, String host, String type, Function<String, String> names) {
    this.connection = connection;
    this.memos = new MemoReader(connection);
    this.host = host;
    this.type = type;
    this.names = names;
  }

  static Runs ofProjects(Connection connection, String host) {
    return new Runs(connection, host, ProjectWorkflow.TYPE, TaskQueues::project);
  }

  static Runs ofBatches(Connection connection, String host) {
    return new Runs(connection, host, BatchWorkflow.TYPE, id -> TaskQueues.batch(host, id));
  }

  List<Run> open() {
    return runs(
        embedded()
            ? stub().listOpenWorkflowExecutions(openRequest()).getExecutionsList()
            : listed("ExecutionStatus = 'Running'", Integer.MAX_VALUE));
  }

  /** Newest first. */
  List<Run> closed() {
    return runs(
        embedded()
            ? stub().listClosedWorkflowExecutions(closedRequest()).getExecutionsList()
            : listed("ExecutionStatus != 'Running'", MOST_CLOSED));
  }

  private List<WorkflowExecutionInfo> listed(String which, int most) {
    List<WorkflowExecutionInfo> found = new ArrayList<>();
    ListWorkflowExecutionsRequest.Builder request =
        ListWorkflowExecutionsRequest.newBuilder()
            .setNamespace(connection.namespace())
            .setPageSize(PAGE)
            .setQuery("WorkflowType = '" + type + "' AND OrcHost = '" + host + "' AND " + which);
    ByteString next = ByteString.EMPTY;
    do {
      ListWorkflowExecutionsResponse page =
          stub().listWorkflowExecutions(request.setNextPageToken(next).build());
      found.addAll(page.getExecutionsList());
      next = page.getNextPageToken();
    } while (!next.isEmpty() && found.size() < most);
    return found;
  }

  private ListOpenWorkflowExecutionsRequest openRequest() {
    return ListOpenWorkflowExecutionsRequest.newBuilder()
        .setNamespace(connection.namespace())
        .setMaximumPageSize(PAGE)
        .setStartTimeFilter(everyTime(Instant.now()))
        .build();
  }

  private ListClosedWorkflowExecutionsRequest closedRequest() {
    return ListClosedWorkflowExecutionsRequest.newBuilder()
        .setNamespace(connection.namespace())
        .setMaximumPageSize(PAGE)
        .setStartTimeFilter(everyTime(Instant.now()))
        .build();
  }

  static StartTimeFilter everyTime(Instant now) {
    long tomorrow = now.plusSeconds(86_400).getEpochSecond();
    return StartTimeFilter.newBuilder()
        .setEarliestTime(Timestamp.getDefaultInstance())
        .setLatestTime(Timestamp.newBuilder().setSeconds(tomorrow))
        .build();
  }

  private List<Run> runs(List<WorkflowExecutionInfo> executions) {
    return executions.stream()
        .filter(one -> one.getType().getName().equals(type))
        .filter(one -> names.apply(one.getExecution().getWorkflowId()) != null)
        .filter(one -> one.getStatus() != continued())
        .map(this::run)
        .sorted(Comparator.comparing((Function<Run, Instant>) Run::started).reversed())
        .toList();
  }

  private static WorkflowExecutionStatus continued() {
    return WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
  }

  private Run run(WorkflowExecutionInfo one) {
    String status = one.getStatus().name().substring("WORKFLOW_EXECUTION_STATUS_".length());
    return new Run(
        names.apply(one.getExecution().getWorkflowId()),
        one.getExecution().getRunId(),
        memos.text(one, "title"),
        memos.text(one, "directory"),
        instant(one.getStartTime()),
        status.equals("RUNNING") ? null : instant(one.getCloseTime()),
        status);
  }

  /** Null for a time that the server does not tell, as the embedded one a run's end. */
  private static Instant instant(Timestamp time) {
    return time.getSeconds() == 0
        ? null
        : Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  private boolean embedded() {
    return connection.server().kind() == TemporalServer.Kind.EMBEDDED;
  }

  private WorkflowServiceGrpc.WorkflowServiceBlockingStub stub() {
    return connection
        .requests()
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(5, TimeUnit.SECONDS);
  }
}
