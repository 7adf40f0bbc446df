package dev.orc.worker.orchestration;

import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.TemporalServer;
import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What runs of ours, on any host, by the ids that Temporal knows. Stateless. */
public final class OpenRuns {
  private static final Set<String> OURS = Set.of(ProjectWorkflow.TYPE, BatchWorkflow.TYPE);
  private static final int ENOUGH = 100;

  private OpenRuns() {}

  public static List<String> of(Connection connection) {
    return listed(connection).stream()
        .filter(one -> OURS.contains(one.getType().getName()))
        .map(one -> one.getExecution().getWorkflowId())
        .sorted()
        .toList();
  }

  private static List<WorkflowExecutionInfo> listed(Connection connection) {
    WorkflowServiceGrpc.WorkflowServiceBlockingStub stub =
        connection
            .requests()
            .getWorkflowServiceStubs()
            .blockingStub()
            .withDeadlineAfter(5, TimeUnit.SECONDS);
    if (connection.server().kind() == TemporalServer.Kind.EMBEDDED) {
      return stub.listOpenWorkflowExecutions(
              ListOpenWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(connection.namespace())
                  .setMaximumPageSize(ENOUGH)
                  .setStartTimeFilter(Runs.everyTime(Instant.now()))
                  .build())
          .getExecutionsList();
    }
    return stub.listWorkflowExecutions(
            ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(connection.namespace())
                .setPageSize(ENOUGH)
                .setQuery(
                    "ExecutionStatus = 'Running' AND WorkflowType IN ('ProjectWorkflow',"
                        + " 'BatchWorkflow')")
                .build())
        .getExecutionsList();
  }
}
