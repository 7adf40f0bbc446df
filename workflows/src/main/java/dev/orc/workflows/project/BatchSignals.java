package dev.orc.workflows.project;

import dev.orc.workflows.model.Outcome;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;

/**
 * What a batch's workflow hears from its orchestrations. It stands here because an orchestration
 * knows no more of the batch that it belongs to.
 */
@WorkflowInterface
public interface BatchSignals {
  /** An orchestration of this batch has ended. */
  @SignalMethod
  void ended(Outcome outcome);
}
