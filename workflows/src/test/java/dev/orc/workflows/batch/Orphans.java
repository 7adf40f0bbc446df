package dev.orc.workflows.batch;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.client.WorkflowClient;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets time go on behind children whose parent's run is over. The test server holds the time when a
 * child ends, until its parent was told; a run that has continued as new is never told, and the
 * time would stand still for ever. Thread-safe.
 */
final class Orphans implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final WorkflowClient client;
  private final TestServiceGrpc.TestServiceBlockingStub clock;

  Orphans(WorkflowClient client) {
    this.client = client;
    this.clock = TestServiceGrpc.newBlockingStub(client.getWorkflowServiceStubs().getRawChannel());
  }

  /** A child is about to end. */
  void ends(WorkflowExecution child, WorkflowExecution parent) {
    if (!parent.getWorkflowId().isEmpty()) {
      thread.execute(() -> ended(child, parent));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void ended(WorkflowExecution child, WorkflowExecution parent) {
    boolean over = status(parent) != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    if (status(child) == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      thread.execute(() -> ended(child, parent));
    } else if (over && !told(parent, child)) {
      clock.unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    }
  }

  private boolean told(WorkflowExecution parent, WorkflowExecution child) {
    return client.fetchHistory(parent.getWorkflowId(), parent.getRunId()).getEvents().stream()
        .filter(e -> e.getEventType() == EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED)
        .map(e -> e.getChildWorkflowExecutionCompletedEventAttributes().getWorkflowExecution())
        .anyMatch(child::equals);
  }

  private WorkflowExecutionStatus status(WorkflowExecution run) {
    return client.newUntypedWorkflowStub(run, Optional.empty()).describe().getStatus();
  }
}
