package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Totals;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is done to an orchestration that can not do it itself any more, because its workflow tasks
 * fail: ended from outside, or set back to the last task that went well. Thread-safe.
 */
public final class ForcedEnds {
  private final Connection connection;
  private final Orchestrations orchestrations;
  private final WorkflowTasks tasks;
  private final MemoReader memos;
  private final Consumer<CloseOrder> closing;
  private final Clock clock;

  /**
   * @param closing archives what the agents showed, writes the end down, closes the session
   */
  public ForcedEnds(
      Connection connection,
      Orchestrations orchestrations,
      Consumer<CloseOrder> closing,
      Clock clock) {
    this.connection = connection;
    this.orchestrations = orchestrations;
    this.tasks = new WorkflowTasks(connection);
    this.memos = new MemoReader(connection);
    this.closing = closing;
    this.clock = clock;
  }

  /** Terminates the run and does on the host what its orderly end would have done. */
  public Accepted end(String project, Request request) {
    orchestrations.requireOpen(project);
    try {
      WorkflowStub stub = stub(project);
      WorkflowExecutionDescription run = stub.describe();
      String why = request.reason() == null ? "ended by force" : request.reason();
      List<TimelineEntry> timeline = orchestrations.timelineIfKnown(project);
      stub.terminate(why);
      closing.accept(order(project, run, why, timeline));
      return new Accepted(request.id(), false, "worktrees and branches stay");
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(project, failed);
    }
  }

  /** Sets the run back to the last workflow task that went well. */
  public Accepted reset(String project, Request request) {
    orchestrations.requireOpen(project);
    if (tasks.failing(project).isEmpty()) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "the orchestration " + project + " goes on: there is nothing to heal",
          "'orc status " + project + "' shows how it stands");
    }
    try {
      String why = request.reason() == null ? "set back by 'orc heal'" : request.reason();
      String run = tasks.reset(project, why);
      return new Accepted(request.id(), false, "goes on as run " + run);
    } catch (StatusRuntimeException no) {
      if (no.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        throw new Refusal(
            Refusal.Kind.REFUSED,
            "this Temporal server can not set a run back",
            "end it with 'orc stop " + project + " --force', then start it anew");
      }
      throw TemporalFailure.meaning(project, no);
    }
  }

  private CloseOrder order(
      String project, WorkflowExecutionDescription run, String why, List<TimelineEntry> timeline) {
    Instant started = run.getStartTime();
    Outcome outcome =
        new Outcome(
            project,
            Phase.STOPPED,
            why,
            null,
            null,
            started,
            clock.instant(),
            Totals.NONE,
            null,
            null,
            null);
    WorkflowExecutionInfo told = run.getWorkflowExecutionInfo();
    String title = memos.text(told, "title");
    String directory = memos.text(told, "directory");
    return new CloseOrder(
        project, title, directory, run.getFirstRunId(), 0, outcome, timeline, false);
  }

  private WorkflowStub stub(String project) {
    return connection.requests().newUntypedWorkflowStub(TaskQueues.workflowId(project));
  }
}
