package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.project.Introduction;
import dev.orc.workflows.project.ProjectInput;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.time.Instant;

/** Starts runs; the workflow's id is the lock. Thread-safe. */
final class WorkflowStarts {
  private static final int ATTEMPTS = 3;
  private static final Duration TASK = Duration.ofSeconds(4);

  private final WorkflowClient client;

  WorkflowStarts(WorkflowClient client) {
    this.client = client;
  }

  /**
   * @param requestId lets the server recognise a repeated attempt
   */
  Run start(ProjectInput input, String requestId) {
    ProjectWorkflow stub = client.newWorkflowStub(ProjectWorkflow.class, options(input, requestId));
    for (int attempt = 1; ; attempt++) {
      try {
        WorkflowExecution execution = WorkflowClient.start(stub::run, input);
        return new Run(
            input.project(),
            execution.getRunId(),
            input.spec().title(),
            input.directory(),
            Instant.now(),
            null,
            "RUNNING");
      } catch (WorkflowExecutionAlreadyStarted held) {
        throw heldBy(input.project(), held.getExecution().getRunId());
      } catch (RuntimeException failed) {
        if (!TemporalFailure.uncertain(failed) || attempt == ATTEMPTS) {
          throw failed;
        }
      }
    }
  }

  private static WorkflowOptions options(ProjectInput input, String requestId) {
    Introduction introduction = Introduction.of(input);
    return WorkflowOptions.newBuilder()
        .setWorkflowId(TaskQueues.workflowId(input.project()))
        .setTaskQueue(TaskQueues.WORKFLOWS)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
        .setRequestId(requestId)
        // A worker that is killed takes the task with it that it had begun; nobody answers for the
        // orchestration until that time is over. The usual 10 s are too long for people.
        .setWorkflowTaskTimeout(TASK)
        .setMemo(introduction.memo())
        .setTypedSearchAttributes(introduction.attributes())
        .setStaticSummary(introduction.summary())
        .setStaticDetails(introduction.details())
        .build();
  }

  static Refusal heldBy(String project, String run) {
    return new Held(
        "the project " + project + " is held by an orchestration that runs (run " + run + ")",
        "look at it with 'orc status " + project + "', end it with 'orc stop " + project + "'");
  }
}
