package dev.orc.cli.whole;

import dev.orc.worker.seal.KeyFile;
import dev.orc.worker.seal.NotSealed;
import dev.orc.worker.seal.Seal;
import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.batch.BatchWorkflowImpl;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The histories of orchestrations, fetched from the server that holds them. Stateless. */
final class Histories {
  /** A machine under load gives a replay its turn late; that is no deadlock. */
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder()
          .setDefaultDeadlockDetectionTimeout(TimeUnit.SECONDS.toMillis(20))
          .build();

  private Histories() {}

  /** Replays every run of these workflows: the code must still decide as it did. */
  static void replay(HostHealth health, HostFolders folders, Collection<String> workflows)
      throws Exception {
    List<WorkflowExecutionHistory> histories = new ArrayList<>();
    for (String workflow : workflows) {
      histories.addAll(ofWorkflow(health, workflow));
    }
    try (TestWorkflowEnvironment replaying = environment(new Eyes(folders))) {
      Worker worker = replaying.newWorker(TaskQueues.WORKFLOWS, PATIENT);
      worker.registerWorkflowImplementationTypes(
          ProjectWorkflowImpl.class, BatchWorkflowImpl.class);
      for (WorkflowExecutionHistory history : histories) {
        if (!endedFromOutside(history)) {
          worker.replayWorkflowExecution(history);
        }
      }
    }
  }

  /** A replay has no answer to such an end, which no code of ours decided. */
  private static boolean endedFromOutside(WorkflowExecutionHistory history) {
    return history.getLastEvent().hasWorkflowExecutionTerminatedEventAttributes();
  }

  /** All runs of a project, the last one first. */
  static List<WorkflowExecutionHistory> of(HostHealth health, String project) {
    return ofWorkflow(health, TaskQueues.workflowId(project));
  }

  private static List<WorkflowExecutionHistory> ofWorkflow(HostHealth health, String id) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(health.temporalAddress()).build());
    try {
      WorkflowClient client = WorkflowClient.newInstance(stubs);
      List<WorkflowExecutionHistory> runs = new ArrayList<>(List.of(client.fetchHistory(id)));
      for (String run = before(runs.get(0)); !run.isEmpty(); ) {
        WorkflowExecutionHistory earlier = client.fetchHistory(id, run);
        runs.add(earlier);
        run = before(earlier);
      }
      return runs;
    } finally {
      stubs.shutdownNow();
    }
  }

  private static TestWorkflowEnvironment environment(Eyes eyes) {
    WorkflowClientOptions client =
        WorkflowClientOptions.newBuilder().setDataConverter(OrcDataConverter.sealed(eyes)).build();
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(client).build());
  }

  /**
   * Reads what the home's key sealed, in whatever namespace it is replayed; seals nothing. What is
   * not sealed at all is refused, as it was when the run heard it.
   */
  private record Eyes(Seal seal) implements PayloadCodec {
    Eyes(HostFolders folders) {
      this(new Seal(new KeyFile(folders), false));
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
      return payloads;
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      return payloads.stream().map(this::opened).toList();
    }

    private Payload opened(Payload payload) {
      if (!Seal.isSealed(payload)) {
        throw new NotSealed("a payload is not sealed: it is refused");
      }
      return seal.shown(payload);
    }
  }

  private static String before(WorkflowExecutionHistory history) {
    return history
        .getEvents()
        .get(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getContinuedExecutionRunId();
  }
}
