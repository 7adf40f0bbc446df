package dev.orc.workflows.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A cancellation that crosses its timer's firing hangs a run on the embedded server: it accepts the
 * update that came with it and refuses the rest, so the same task is refused from then on.
 */
class NextTimerTest {
  private static final String QUEUE = "alarms";

  /** Sets an alarm, cancels it, and ends when no timer is set. */
  @WorkflowInterface
  public interface Sleeper {
    @WorkflowMethod
    void sleep(long seconds, boolean leavesWhatIsSoon);
  }

  /** As a project's workflow does it. */
  public static class SleeperImpl implements Sleeper {
    @Override
    public void sleep(long seconds, boolean leavesWhatIsSoon) {
      Wakeup wakeup = new Wakeup();
      Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
      Drain drain = new Drain(new PendingActivities(wakeup), Integer.MAX_VALUE, () -> {});
      NextTimer nextTimer =
          new NextTimer(
              List.of(due(now.plusSeconds(seconds))), drain, wakeup, () -> leavesWhatIsSoon);
      nextTimer.act(now);
      Workflow.sleep(Duration.ofMillis(1));
      nextTimer.cancel();
      while (nextTimer.set()) {
        wakeup.await();
      }
    }

    private static Reconciler due(Instant due) {
      return new Reconciler() {
        @Override
        public void act(Instant now) {}

        @Override
        public Stream<Instant> due() {
          return Stream.of(due);
        }
      };
    }
  }

  @Test
  void aTimerThatIsSoonIsLeftToFire() {
    assertThat(events(1, true)).doesNotContain(EventType.EVENT_TYPE_TIMER_CANCELED);
  }

  @Test
  void anotherIsCancelled() {
    assertThat(events(3_600, true)).contains(EventType.EVENT_TYPE_TIMER_CANCELED);
  }

  @Test
  void anEarlierRunGoesOnAsItBegan() {
    assertThat(events(1, false)).contains(EventType.EVENT_TYPE_TIMER_CANCELED);
  }

  private static List<EventType> events(long seconds, boolean leavesWhatIsSoon) {
    try (TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance()) {
      Worker worker = env.newWorker(QUEUE);
      worker.registerWorkflowImplementationTypes(SleeperImpl.class);
      env.start();
      WorkflowClient client = env.getWorkflowClient();
      WorkflowStub stub =
          client.newUntypedWorkflowStub(
              "Sleeper", WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
      String id = stub.start(seconds, leavesWhatIsSoon).getWorkflowId();
      stub.getResult(Void.class);
      return client.fetchHistory(id).getEvents().stream()
          .map(event -> event.getEventType())
          .toList();
    }
  }
}
