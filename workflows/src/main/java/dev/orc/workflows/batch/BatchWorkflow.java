package dev.orc.workflows.batch;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.project.BatchSignals;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * Runs many projects as child workflows, looks into what failed, tries it again, and at last tells
 * people. The caller uses the id inside an update as the update's own id.
 */
@WorkflowInterface
public interface BatchWorkflow extends BatchSignals {
  /** As Temporal lists it. */
  String TYPE = "BatchWorkflow";

  /** Answers how everything stands at its end. */
  @WorkflowMethod(name = TYPE)
  BatchStatus run(BatchInput input);

  @UpdateMethod
  BatchAdded add(BatchAdd request);

  @UpdateValidatorMethod(updateName = "add")
  void validateAdd(BatchAdd request);

  @UpdateMethod
  Accepted remove(ItemRequest request);

  @UpdateValidatorMethod(updateName = "remove")
  void validateRemove(ItemRequest request);

  @UpdateMethod
  Accepted move(MoveRequest request);

  @UpdateValidatorMethod(updateName = "move")
  void validateMove(MoveRequest request);

  /** Tries one anew that is over, with all its retries; all that failed when none is named. */
  @UpdateMethod
  Accepted retry(ItemRequest request);

  @UpdateValidatorMethod(updateName = "retry")
  void validateRetry(ItemRequest request);

  /** Starts nothing more; what runs goes on. */
  @UpdateMethod
  Accepted pause(Request request);

  @UpdateValidatorMethod(updateName = "pause")
  void validatePause(Request request);

  @UpdateMethod
  Accepted resume(Request request);

  @UpdateValidatorMethod(updateName = "resume")
  void validateResume(Request request);

  /** A worker of the host has just started: what runs is looked at. */
  @SignalMethod
  void hostUp(String workerRun);

  @QueryMethod
  BatchStatus status();

  /**
   * @param since entries after this number
   */
  @QueryMethod
  List<TimelineEntry> story(long since);
}
