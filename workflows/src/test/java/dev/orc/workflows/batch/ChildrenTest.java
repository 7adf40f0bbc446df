package dev.orc.workflows.batch;

import static dev.orc.workflows.batch.BatchFlow.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.project.ProjectInput;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChildrenTest {
  private static final Duration LONG = Duration.ofHours(10);

  @Test
  void anEndThatNobodyToldIsFoundAtOnceWhileItsParentRuns() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.DONE.silent());
      flow.add("a");
      flow.until("a", ItemState.COMPLETED);
      assertThat(flow.item("a").endedAt())
          .isBefore(flow.item("a").startedAt().plus(Duration.ofMinutes(2)));
      flow.end();
    }
  }

  @Test
  void whoIsTerminatedFromOutsideIsTriedAgainSoon() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.DONE.lasting(LONG), Play.DONE);
      flow.add("a");
      flow.until("a", ItemState.RUNNING);
      flow.project("a").terminate("by hand");
      flow.until("a", ItemState.RETRYING);
      assertThat(flow.item("a").failure()).isEqualTo(FailureKind.HOST_LOST);
      assertThat(flow.item("a").reason()).contains("TERMINATED");
      assertThat(flow.end().items().get(0).tries()).isEqualTo(2);
      assertThat(flow.host.asked(h -> h.researched)).isEmpty();
    }
  }

  @Test
  void aProjectThatIsHeldByAnotherOrchestrationWaits() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("other", Play.DONE);
      WorkflowStub other =
          flow.env
              .getWorkflowClient()
              .newUntypedWorkflowStub(
                  "ProjectWorkflow",
                  WorkflowOptions.newBuilder()
                      .setWorkflowId(TaskQueues.workflowId("a"))
                      .setTaskQueue(TaskQueues.WORKFLOWS)
                      .build());
      ProjectInput input =
          Plans.input(
              FakeBatchHost.planned("a", entry("a", 0).start(), Play.DONE.lasting(LONG)),
              new BatchRef("orc-queue/elsewhere", "1", 1));
      other.start(input);
      flow.add("a", "b");
      flow.until("b", ItemState.COMPLETED);
      assertThat(flow.item("a").state()).isEqualTo(ItemState.WAITING);
      assertThat(flow.item("a").reason()).isEqualTo("a is held by an orchestration that runs");
      assertThat(flow.item("a").tries()).isZero();
      other.cancel();
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(2);
    }
  }

  @Test
  void twoItemsOfOneProjectRunOneAfterTheOther() {
    try (BatchFlow flow = BatchFlow.parallel(4)) {
      flow.add(entry("a", 0), entry("b", 0));
      flow.add(
          new BatchEntry(
              StartRequest.of("x", "p", "/specs/a2.md", "/projects/a"), "a2", 0, null, null));
      flow.until("a2", ItemState.RUNNING);
      assertThat(flow.item("a").state()).isEqualTo(ItemState.COMPLETED);
      assertThat(flow.item("a2").startedAt())
          .isBetween(flow.item("a").endedAt(), flow.item("a").endedAt().plusSeconds(30));
      assertThat(flow.end().count(ItemState.COMPLETED)).isEqualTo(3);
    }
  }

  @Test
  void nextRunsLoseNoChildAndEndNone() {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().parallel(3).historyEvents(80).settings())) {
      flow.host.play("long", Play.DONE.lasting(Duration.ofMinutes(40)));
      flow.host.play("silent", Play.DONE.lasting(Duration.ofMinutes(30)).silent());
      flow.add("long", "silent", "a", "b", "c", "d", "e", "f", "g", "h");
      BatchStatus end = flow.end();
      assertThat(end.count(ItemState.COMPLETED)).isEqualTo(10);
      assertThat(end.items()).allMatch(item -> item.tries() == 1);
      assertThat(flow.histories()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void eachNextRunBeginsWithALook() {
    Numbers numbers = Numbers.usual().parallel(2).lookEvery(LONG).historyEvents(80);
    try (BatchFlow flow = BatchFlow.of(numbers.settings())) {
      flow.host.play("silent", Play.DONE.lasting(Duration.ofMinutes(5)).silent());
      flow.add("silent", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m");
      BatchStatus end = flow.end();
      assertThat(end.count(ItemState.COMPLETED)).isEqualTo(14);
      assertThat(Duration.between(end.startedAt(), end.endedAt())).isLessThan(LONG);
    }
  }

  @Test
  void aWorkerThatHasJustStartedIsAskedAtOnce() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.DONE.lasting(LONG));
      flow.add("a");
      flow.until("a", ItemState.RUNNING);
      int before = flow.host.asked(h -> h.looks).size();
      flow.batch.hostUp("worker-2");
      flow.batch.hostUp("worker-2");
      flow.await("a look", () -> flow.host.asked(h -> h.looks).size() > before);
      assertThat(flow.host.asked(h -> h.looks).size()).isEqualTo(before + 1);
      flow.project("a").cancel();
      flow.end();
    }
  }

  @Test
  void whatEarlierTriesAndOthersSayLateIsIgnored() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.fails(FailureKind.HOST_LOST), Play.DONE.lasting(LONG));
      flow.add("a");
      flow.await("its second try", () -> flow.item("a").tries() == 2);
      flow.batch.ended(outcome(flow, new BatchRef(BatchFlow.ID, "1", 1)));
      flow.batch.ended(outcome(flow, new BatchRef("orc-queue/other", "1", 2)));
      flow.batch.ended(outcome(flow, new BatchRef(BatchFlow.ID, "17", 2)));
      flow.batch.ended(outcome(flow, new BatchRef(BatchFlow.ID, "1/research", 2)));
      flow.batch.ended(outcome(flow, null));
      flow.batch.ended(null);
      assertThat(flow.item("a").state()).isEqualTo(ItemState.RUNNING);
      flow.batch.ended(outcome(flow, new BatchRef(BatchFlow.ID, "1", 2)));
      flow.until("a", ItemState.COMPLETED);
      flow.end();
    }
  }

  @Test
  void whoRunsIsRemovedOnlyByStoppingIt() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.DONE.lasting(LONG));
      flow.add("a", "b");
      flow.until("a", ItemState.RUNNING);
      assertThatThrownBy(() -> flow.batch.remove(flow.request("a", false)))
          .rootCause()
          .hasMessageContaining("--stop");
      assertThat(flow.batch.remove(flow.request("a", true)).note()).contains("stopped first");
      flow.until("a", ItemState.REMOVED);
      flow.batch.remove(flow.request("b", true));
      BatchStatus end = flow.end();
      assertThat(end.count(ItemState.REMOVED)).isEqualTo(2);
      assertThat(flow.host.asked(h -> h.lives).get(0).outcome().phase()).isEqualTo(Phase.STOPPED);
    }
  }

  @Test
  void aBatchThatIsCanceledStopsItsProjects() {
    try (BatchFlow flow = BatchFlow.parallel(2)) {
      flow.host.play("a", Play.DONE.lasting(LONG));
      flow.host.play("b", Play.DONE.lasting(LONG));
      flow.add("a", "b", "c");
      flow.until("a", ItemState.RUNNING);
      flow.until("b", ItemState.RUNNING);
      WorkflowStub.fromTyped(flow.batch).cancel();
      assertThatThrownBy(flow::end).hasMessageContaining("was cancelled");
      BatchStatus status = flow.batch.status();
      assertThat(status.count(ItemState.STOPPED)).isEqualTo(3);
      assertThat(status.condition()).isEqualTo("canceled");
      flow.await("both stop", () -> flow.host.asked(h -> h.lives).size() == 2);
      assertThat(flow.host.asked(h -> h.lives))
          .allMatch(life -> life.outcome().phase() == Phase.STOPPED);
    }
  }

  @Test
  void aBatchThatIsTerminatedLeavesItsProjectsAlone() {
    try (BatchFlow flow = BatchFlow.parallel(1)) {
      flow.host.play("a", Play.DONE.lasting(Duration.ofMinutes(5)));
      flow.add("a");
      flow.until("a", ItemState.RUNNING);
      WorkflowStub.fromTyped(flow.batch).terminate("by hand");
      assertThat(flow.project("a").describe().getStatus())
          .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
      assertThat(flow.histories().get(0).getEvents())
          .filteredOn(HistoryEvent::hasStartChildWorkflowExecutionInitiatedEventAttributes)
          .extracting(e -> e.getStartChildWorkflowExecutionInitiatedEventAttributes())
          .extracting(started -> started.getParentClosePolicy())
          .containsExactly(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON);
    }
  }

  private static Outcome outcome(BatchFlow flow, BatchRef ref) {
    return new Outcome(
        "a",
        Phase.COMPLETED,
        "done",
        null,
        null,
        flow.now(),
        flow.now(),
        Totals.NONE,
        null,
        null,
        ref);
  }
}
