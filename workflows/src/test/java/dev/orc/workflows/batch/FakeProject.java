package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.project.BatchSignals;
import dev.orc.workflows.project.ProjectInput;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.time.Instant;
import java.util.function.Consumer;

/** An orchestration that sleeps and ends as its {@link Play} says; canceled, it ends stopped. */
@WorkflowInterface
public interface FakeProject {
  @WorkflowMethod(name = "ProjectWorkflow")
  Outcome run(ProjectInput input);

  /** One orchestration from its beginning to its end. */
  record Life(Outcome outcome, WorkflowExecution run, WorkflowExecution parent) {
    boolean research() {
      return outcome.batch().item().endsWith(Inquiry.SUFFIX);
    }
  }

  /** The same for every test. */
  final class Sleeper implements FakeProject {
    private final Consumer<Life> lives;

    /**
     * @param lives told of every life that is over
     */
    Sleeper(Consumer<Life> lives) {
      this.lives = lives;
    }

    @Override
    public Outcome run(ProjectInput input) {
      Instant began = now();
      Play play = Play.of(input.spec().goal());
      Phase phase = play.phase();
      FailureKind failure = play.failure();
      try {
        Workflow.sleep(play.lasts());
      } catch (CanceledFailure canceled) {
        phase = Phase.STOPPED;
        failure = null;
      }
      Outcome outcome =
          new Outcome(
              input.project(),
              phase,
              phase == Phase.FAILED ? "it failed by " + failure : "it is " + phase,
              null,
              "/summaries/" + input.project() + ".md",
              began,
              now(),
              Totals.NONE,
              failure,
              play.notBefore(),
              input.batch());
      if (!WorkflowUnsafe.isReplaying()) {
        lives.accept(life(outcome));
      }
      if (play.signals()) {
        Workflow.newDetachedCancellationScope(() -> tell(input.batch(), outcome)).run();
      }
      return outcome;
    }

    private static void tell(BatchRef batch, Outcome outcome) {
      try {
        Workflow.newExternalWorkflowStub(BatchSignals.class, batch.workflow()).ended(outcome);
      } catch (SignalExternalWorkflowException gone) {
        Workflow.getLogger(Sleeper.class).debug("its batch is gone", gone);
      }
    }

    private static Life life(Outcome outcome) {
      WorkflowInfo info = Workflow.getInfo();
      return new Life(
          outcome,
          execution(info.getWorkflowId(), info.getRunId()),
          execution(info.getParentWorkflowId().orElse(""), info.getParentRunId().orElse("")));
    }

    private static WorkflowExecution execution(String id, String run) {
      return WorkflowExecution.newBuilder().setWorkflowId(id).setRunId(run).build();
    }

    private static Instant now() {
      return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
  }
}
