package dev.orc.worker.orchestration;

import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Accepted;
import io.grpc.Context;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends updates. One that may or may not have arrived is sent again with the same id, which the
 * server and the workflow recognise. Thread-safe.
 */
final class Updates {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration ATTEMPT = Duration.ofSeconds(6);
  private static final int REMEMBERED = 20_000;

  private final WorkflowClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          dev.orc.worker.process.Threads.daemons("update-deadlines"));

  /** The server answers a repeat with the first answer; only we can tell that it is one. */
  private final Map<String, Boolean> accepted =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, false) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  Updates(WorkflowClient client) {
    this.client = client;
  }

  Accepted send(String project, String update, String id, Object argument) {
    Accepted answer = untilCertain(project, update, id, argument);
    boolean before = accepted.put(project + " " + update + " " + id, true) != null;
    return before ? new Accepted(answer.id(), true, answer.note()) : answer;
  }

  private Accepted untilCertain(String project, String update, String id, Object argument) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = 50;
    while (true) {
      try {
        return attempt(project, update, id, argument);
      } catch (RuntimeException failed) {
        if (!TemporalFailure.uncertain(failed) || System.nanoTime() > end) {
          throw failed;
        }
        pause(pause);
        pause = Math.min(1_000, pause * 2);
      }
    }
  }

  private Accepted attempt(String project, String update, String id, Object argument) {
    WorkflowStub stub = client.newUntypedWorkflowStub(TaskQueues.workflowId(project));
    UpdateOptions<Accepted> options =
        UpdateOptions.newBuilder(Accepted.class)
            .setUpdateName(update)
            .setUpdateId(id)
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build();
    Context.CancellableContext limited =
        Context.current().withDeadlineAfter(ATTEMPT.toMillis(), TimeUnit.MILLISECONDS, clock);
    try {
      return limited.call(() -> stub.startUpdate(options, argument).getResult());
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      limited.cancel(null);
    }
  }

  private static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts", interrupted);
    }
  }
}
