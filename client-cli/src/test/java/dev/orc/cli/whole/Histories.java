package dev.orc.cli.whole;

import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.batch.BatchWorkflowImpl;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The histories of orchestrations, fetched from the server that holds them. Stateless. */
final class Histories {
  private static final WorkflowClientOptions CLIENT =
      WorkflowClientOptions.newBuilder().setDataConverter(OrcDataConverter.create()).build();

  private Histories() {}

  /** Replays every run of these workflows: the code must still decide as it did. */
  static void replay(HostHealth health, Collection<String> workflows) throws Exception {
    List<WorkflowExecutionHistory> histories = new ArrayList<>();
    for (String workflow : workflows) {
      histories.addAll(ofWorkflow(health, workflow));
    }
    try (TestWorkflowEnvironment replaying = environment()) {
      Worker worker = replaying.newWorker(TaskQueues.WORKFLOWS);
      worker.registerWorkflowImplementationTypes(
          ProjectWorkflowImpl.class, BatchWorkflowImpl.class);
      for (WorkflowExecutionHistory history : histories) {
        worker.replayWorkflowExecution(history);
      }
    }
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
      WorkflowClient client = WorkflowClient.newInstance(stubs, CLIENT);
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

  private static TestWorkflowEnvironment environment() {
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(CLIENT).build());
  }

  private static String before(WorkflowExecutionHistory history) {
    return history
        .getEvents()
        .get(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getContinuedExecutionRunId();
  }
}
