package dev.orc.worker.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.failure.Refusal;
import io.grpc.Status;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;

class TemporalFailureTest {
  private static final Status FAILED_TASK =
      Status.FAILED_PRECONDITION.withDescription(
          "Unable to perform workflow execution update due to Workflow Task in failed state.");

  @Test
  void aRunWhoseLastTaskFailedIsTriedAgain() {
    assertThat(TemporalFailure.uncertain(FAILED_TASK.asRuntimeException())).isTrue();
    assertThat(TemporalFailure.meaning("p", FAILED_TASK.asRuntimeException()))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NO_SERVER));
  }

  @Test
  void anUpdateThatTheRunsEndCutOffIsTriedAgain() {
    RuntimeException cut =
        new WorkflowUpdateException(
            WorkflowExecution.getDefaultInstance(),
            "u",
            "send",
            ApplicationFailure.newFailure("the run ended", "AcceptedUpdateCompletedWorkflow"));
    assertThat(TemporalFailure.uncertain(cut)).isTrue();
    assertThat(TemporalFailure.meaning("p", cut))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NO_SERVER));
  }

  @Test
  void anUpdateThatTheNextRunDidNotGetIsTriedAgain() {
    Status left = Status.NOT_FOUND.withDescription("update b20b16cd-000e not found");
    RuntimeException failed =
        new WorkflowNotFoundException(
            WorkflowExecution.getDefaultInstance(), "ProjectWorkflow", left.asRuntimeException());
    assertThat(TemporalFailure.uncertain(failed)).isTrue();
    Status over = Status.NOT_FOUND.withDescription("workflow execution already completed");
    assertThat(TemporalFailure.uncertain(over.asRuntimeException())).isFalse();
  }

  @Test
  void anotherFailedPreconditionIsNot() {
    Status other = Status.FAILED_PRECONDITION.withDescription("limit of updates reached");
    assertThat(TemporalFailure.uncertain(other.asRuntimeException())).isFalse();
  }
}
