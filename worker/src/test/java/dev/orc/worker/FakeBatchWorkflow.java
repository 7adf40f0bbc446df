package dev.orc.worker;

import dev.orc.workflows.batch.BatchInput;
import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.TimelineEntry;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A batch that only remembers what it was told, until all of it is removed. */
public final class FakeBatchWorkflow implements BatchWorkflow {
  private final BatchInput input;
  private final List<BatchItem> items = new ArrayList<>();
  private final List<TimelineEntry> story = new ArrayList<>();
  private boolean paused;

  @WorkflowInit
  public FakeBatchWorkflow(BatchInput input) {
    this.input = input;
  }

  @Override
  public BatchStatus run(BatchInput again) {
    Workflow.await(() -> !items.isEmpty() && items.stream().allMatch(item -> item.state().over()));
    return status();
  }

  @Override
  public BatchAdded add(BatchAdd request) {
    List<BatchAdded.Entry> added = new ArrayList<>();
    for (BatchEntry entry : request.entries()) {
      String id = String.valueOf(items.size() + 1);
      items.add(item(id, entry.name(), entry.start().spec(), ItemState.WAITING));
      added.add(new BatchAdded.Entry(id, entry.name(), false));
      tell("added " + entry.name());
    }
    return new BatchAdded(request.id(), input.name(), added);
  }

  @Override
  public void validateAdd(BatchAdd request) {
    if (request.entries().stream().anyMatch(entry -> entry.name().equals("unwanted"))) {
      throw ApplicationFailure.newNonRetryableFailure("Usage: it is not wanted", "Usage");
    }
  }

  @Override
  public Accepted remove(ItemRequest request) {
    items.replaceAll(
        item ->
            item.name().equals(request.item())
                ? item(item.id(), item.name(), item.spec(), ItemState.REMOVED)
                : item);
    return accepted(request.id(), "removed");
  }

  @Override
  public void validateRemove(ItemRequest request) {
    if (items.stream().noneMatch(item -> item.name().equals(request.item()))) {
      throw ApplicationFailure.newNonRetryableFailure(
          "NotFound: there is no " + request.item(), "NotFound");
    }
  }

  @Override
  public Accepted move(MoveRequest request) {
    return accepted(request.id(), "moved");
  }

  @Override
  public void validateMove(MoveRequest request) {}

  @Override
  public Accepted retry(ItemRequest request) {
    return accepted(request.id(), "retried");
  }

  @Override
  public void validateRetry(ItemRequest request) {}

  @Override
  public Accepted pause(Request request) {
    paused = true;
    return accepted(request.id(), "paused");
  }

  @Override
  public void validatePause(Request request) {}

  @Override
  public Accepted resume(Request request) {
    paused = false;
    return accepted(request.id(), "resumed");
  }

  @Override
  public void validateResume(Request request) {}

  @Override
  public void ended(Outcome outcome) {}

  @Override
  public void hostUp(String workerRun) {
    tell("host up");
  }

  @Override
  public BatchStatus status() {
    return new BatchStatus(
        input.name(),
        "w",
        input.host(),
        paused,
        paused ? "paused" : "working",
        input.settings(),
        Instant.EPOCH,
        null,
        items);
  }

  @Override
  public List<TimelineEntry> story(long since) {
    return story.stream().filter(entry -> entry.number() > since).toList();
  }

  private Accepted accepted(String id, String what) {
    tell(what);
    return new Accepted(id, false, what);
  }

  private void tell(String what) {
    story.add(
        new TimelineEntry(story.size() + 1L, Instant.EPOCH, new EntryKind("batch"), null, what));
  }

  private static BatchItem item(String id, String name, String spec, ItemState state) {
    return new BatchItem(
        id, name, null, spec, null, 0, null, null, state, 0, null, null, null, null, null, null);
  }
}
