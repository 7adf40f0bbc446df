package dev.orc.workflows.batch;

import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.project.Introduction;
import dev.orc.workflows.project.ProjectInput;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ExternalWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The orchestrations that a batch starts. They are abandoned: neither the end of the batch nor its
 * next run ends one of them. Workflow threads only.
 */
final class Children {
  private static final Duration TASK = Duration.ofSeconds(4);

  /**
   * Starts one; answers as soon as it runs. Nothing takes that back: one that runs without its
   * batch knowing it would hold its repository.
   *
   * @param closed done when the server says that it is over, however it ended
   * @return its first run; empty when another orchestration holds the project
   */
  Promise<Optional<String>> start(ProjectInput input, Runnable closed) {
    List<Promise<WorkflowExecution>> started = new ArrayList<>(1);
    Workflow.newDetachedCancellationScope(
            () -> {
              ProjectWorkflow child =
                  Workflow.newChildWorkflowStub(ProjectWorkflow.class, options(input));
              Promise<Outcome> outcome = Async.function(child::run, input);
              outcome.handle(
                  (value, failure) -> {
                    closed.run();
                    return null;
                  });
              started.add(Workflow.getWorkflowExecution(child));
            })
        .run();
    return started
        .get(0)
        .handle(
            (execution, failure) -> {
              if (failure != null && !held(failure)) {
                throw failure;
              }
              return failure == null ? Optional.of(execution.getRunId()) : Optional.empty();
            });
  }

  /** Asks one to stop. */
  Promise<Void> cancel(String project) {
    ExternalWorkflowStub child =
        Workflow.newUntypedExternalWorkflowStub(TaskQueues.workflowId(project));
    return Async.procedure(child::cancel);
  }

  private static boolean held(RuntimeException failure) {
    return failure.getCause() instanceof WorkflowExecutionAlreadyStarted;
  }

  /** Introduced as by anybody else, where the server knows the attributes: this batch has some. */
  private static ChildWorkflowOptions options(ProjectInput input) {
    Introduction introduction = Introduction.of(input);
    ChildWorkflowOptions.Builder options =
        ChildWorkflowOptions.newBuilder()
            .setWorkflowId(TaskQueues.workflowId(input.project()))
            .setTaskQueue(TaskQueues.WORKFLOWS)
            .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
            .setWorkflowTaskTimeout(TASK)
            .setMemo(introduction.memo())
            .setStaticSummary(introduction.summary())
            .setStaticDetails(introduction.details());
    if (Workflow.getTypedSearchAttributes().size() > 0) {
      options.setTypedSearchAttributes(introduction.attributes());
    }
    return options.build();
  }
}
