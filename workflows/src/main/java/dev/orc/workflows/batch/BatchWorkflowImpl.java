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

/** The batch: builds the state, lets handlers put things into it, lets the parts act. */
public final class BatchWorkflowImpl implements BatchWorkflow {
  private final Desk desk;
  private final Batch batch;
  private final Doorkeeper doorkeeper;
  private final Reception reception;

  @WorkflowInit
  public BatchWorkflowImpl(BatchInput input) {
    desk = new Desk(input);
    batch = new Batch(desk);
    doorkeeper = new Doorkeeper(desk, batch.dependents());
    reception = new Reception(desk, batch);
  }

  @Override
  public BatchStatus run(BatchInput input) {
    return batch.run();
  }

  @Override
  public BatchAdded add(BatchAdd request) {
    return reception.add(request);
  }

  @Override
  public void validateAdd(BatchAdd request) {
    doorkeeper.add(request);
  }

  @Override
  public Accepted remove(ItemRequest request) {
    return reception.remove(request);
  }

  @Override
  public void validateRemove(ItemRequest request) {
    doorkeeper.remove(request);
  }

  @Override
  public Accepted move(MoveRequest request) {
    return reception.move(request);
  }

  @Override
  public void validateMove(MoveRequest request) {
    doorkeeper.move(request);
  }

  @Override
  public Accepted retry(ItemRequest request) {
    return reception.retry(request);
  }

  @Override
  public void validateRetry(ItemRequest request) {
    doorkeeper.retry(request);
  }

  @Override
  public Accepted pause(Request request) {
    return reception.pause(request);
  }

  @Override
  public void validatePause(Request request) {
    doorkeeper.whileOpen(request);
  }

  @Override
  public Accepted resume(Request request) {
    return reception.resume(request);
  }

  @Override
  public void validateResume(Request request) {
    doorkeeper.whileOpen(request);
  }

  @Override
  public void ended(Outcome outcome) {
    batch.endings().told(outcome);
  }

  @Override
  public void hostUp(String workerRun) {
    if (desk.course().newWorker(workerRun)) {
      batch.lookout().workerChanged();
    }
  }

  @Override
  public BatchStatus status() {
    return new StatusBoard(desk).status();
  }

  @Override
  public List<TimelineEntry> story(long since) {
    return desk.state().story().since(since);
  }
}
