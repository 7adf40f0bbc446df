package dev.orc.workflows.batch;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.TimelineEntry;
import io.temporal.workflow.WorkflowInit;
import java.util.List;

/**
 * The batch: builds the state, hands each update to the class that checks and does it, lets the
 * parts act.
 */
public final class BatchWorkflowImpl implements BatchWorkflow {
  private final BatchContext context;
  private final BatchLoop batch;
  private final AddItemsUpdate add;
  private final RemoveItemUpdate remove;
  private final MoveItemUpdate move;
  private final RetryItemUpdate retry;
  private final PauseBatchUpdate pause;
  private final ResumeBatchUpdate resume;

  @WorkflowInit
  public BatchWorkflowImpl(BatchInput input) {
    context = new BatchContext(input);
    batch = new BatchLoop(context);
    add = new AddItemsUpdate(context, batch);
    remove = new RemoveItemUpdate(context, batch);
    move = new MoveItemUpdate(context, batch);
    retry = new RetryItemUpdate(context, batch);
    pause = new PauseBatchUpdate(context, batch);
    resume = new ResumeBatchUpdate(context, batch);
  }

  @Override
  public BatchStatus run(BatchInput input) {
    return batch.run();
  }

  @Override
  public BatchAdded add(BatchAdd request) {
    return add.handle(request);
  }

  @Override
  public void validateAdd(BatchAdd request) {
    add.validate(request);
  }

  @Override
  public Accepted remove(ItemRequest request) {
    return remove.handle(request);
  }

  @Override
  public void validateRemove(ItemRequest request) {
    remove.validate(request);
  }

  @Override
  public Accepted move(MoveRequest request) {
    return move.handle(request);
  }

  @Override
  public void validateMove(MoveRequest request) {
    move.validate(request);
  }

  @Override
  public Accepted retry(ItemRequest request) {
    return retry.handle(request);
  }

  @Override
  public void validateRetry(ItemRequest request) {
    retry.validate(request);
  }

  @Override
  public Accepted pause(Request request) {
    return pause.handle(request);
  }

  @Override
  public void validatePause(Request request) {
    pause.validate(request);
  }

  @Override
  public Accepted resume(Request request) {
    return resume.handle(request);
  }

  @Override
  public void validateResume(Request request) {
    resume.validate(request);
  }

  @Override
  public void ended(Outcome outcome) {
    batch.endings().told(outcome);
  }

  @Override
  public void hostUp(String workerRun) {
    if (context.lifecycle().newWorker(workerRun)) {
      batch.lookout().workerChanged();
    }
  }

  @Override
  public BatchStatus status() {
    return new BatchStatusBoard(context).status();
  }

  @Override
  public List<TimelineEntry> story(long since) {
    return context.state().story().since(since);
  }
}
