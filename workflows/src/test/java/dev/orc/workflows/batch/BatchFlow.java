package dev.orc.workflows.batch;

import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.StartRequest;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A batch over a {@link FakeBatchHost} and {@link FakeProject}s, in time that is skipped. Closing
 * it replays every history that the batch made.
 */
final class BatchFlow implements AutoCloseable {
  static final String HOST = "h1";
  static final String ID = TaskQueues.batchId(HOST, null);

  /** Says at every end of a server that it ended. Kept, or it would be collected. */
  private static final Logger NOISE = Logger.getLogger("io.grpc.Context");

  /** A busy machine takes its time over the state of thousands. */
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(30_000).build();

  final TestWorkflowEnvironment env;
  final FakeBatchHost host;
  final BatchWorkflow batch;
  final BatchSettings settings;
  private final Orphans orphans;
  private int ids;

  private BatchFlow(BatchSettings settings, FakeBatchHost host) {
    this.settings = settings;
    this.host = host;
    NOISE.setLevel(Level.OFF);
    env =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(OrcDataConverter.create())
                        .setIdentity("test")
                        .build())
                .build());
    Worker worker = env.newWorker(TaskQueues.WORKFLOWS, PATIENT);
    worker.registerWorkflowImplementationTypes(BatchWorkflowImpl.class);
    worker.registerWorkflowImplementationFactory(
        FakeProject.class, () -> new FakeProject.Sleeper(host::lived));
    env.newWorker(TaskQueues.host(HOST)).registerActivitiesImplementations(host);
    WorkflowClient plain =
        WorkflowClient.newInstance(
            env.getWorkflowServiceStubs(), env.getWorkflowClient().getOptions());
    orphans = new Orphans(plain);
    host.begin(plain, orphans);
    env.start();
    batch =
        env.getWorkflowClient()
            .newWorkflowStub(
                BatchWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(ID)
                    .setTaskQueue(TaskQueues.WORKFLOWS)
                    .setWorkflowIdConflictPolicy(
                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                    .setWorkflowTaskTimeout(Duration.ofSeconds(5))
                    .build());
  }

  static BatchFlow of(BatchSettings settings, FakeBatchHost host) {
    return new BatchFlow(settings, host).begin();
  }

  /** One whose batch does not run yet. */
  static BatchFlow unbegun(BatchSettings settings) {
    return new BatchFlow(settings, new FakeBatchHost());
  }

  static BatchFlow of(BatchSettings settings) {
    return of(settings, new FakeBatchHost());
  }

  /** The usual settings, as many at a time. */
  static BatchFlow parallel(int many) {
    return of(Numbers.usual().parallel(many).settings());
  }

  static BatchEntry entry(String name, int priority, String... dependsOn) {
    StartRequest start =
        StartRequest.of("s-" + name, "person", "/specs/" + name + ".md", "/projects/" + name)
            .withEnv("staging")
            .withReview("plan.md");
    return new BatchEntry(start, name, priority, List.of(dependsOn), List.of());
  }

  private BatchFlow begin() {
    WorkflowClient.start(batch::run, input());
    return this;
  }

  BatchInput input() {
    return new BatchInput("queue", HOST, settings, null);
  }

  BatchAdded add(BatchEntry... entries) {
    return add(List.of(entries));
  }

  BatchAdded add(List<BatchEntry> entries) {
    return batch.add(new BatchAdd(id(), "person", null, entries, null));
  }

  BatchAdded add(String... names) {
    BatchEntry[] entries = new BatchEntry[names.length];
    for (int place = 0; place < names.length; place++) {
      entries[place] = entry(names[place], 0);
    }
    return add(entries);
  }

  String id() {
    return "id-" + ++ids;
  }

  Request request(String reason) {
    return new Request(id(), "person", reason);
  }

  ItemRequest request(String item, boolean stop) {
    return new ItemRequest(id(), "person", item, stop, null);
  }

  BatchItem item(String name) {
    return batch.status().items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void until(String name, ItemState state) {
    await(name + " is " + state, () -> item(name).state() == state);
  }

  /** Lets a little time pass again and again until it is so; some days of skipped time at most. */
  void await(String what, BooleanSupplier so) {
    for (int tries = 0; tries < 500; tries++) {
      if (so.getAsBoolean()) {
        return;
      }
      env.sleep(Duration.ofSeconds(tries < 50 ? 1 : tries < 300 ? 20 : 1800));
    }
    throw new AssertionError("never: " + what + "; " + batch.status() + "\n" + batch.story(0));
  }

  Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  /** How it stood at its end. */
  BatchStatus end() {
    return WorkflowStub.fromTyped(batch).getResult(BatchStatus.class);
  }

  /** The orchestration that runs over a project now. */
  WorkflowStub project(String slug) {
    return env.getWorkflowClient().newUntypedWorkflowStub(TaskQueues.workflowId(slug));
  }

  /** The histories of all runs, first one first. */
  List<WorkflowExecutionHistory> histories() {
    List<WorkflowExecutionHistory> all =
        new ArrayList<>(List.of(env.getWorkflowClient().fetchHistory(ID)));
    for (String run = before(all.get(0)); !run.isEmpty(); run = before(all.get(0))) {
      all.add(0, env.getWorkflowClient().fetchHistory(ID, run));
    }
    return all;
  }

  @Override
  public void close() {
    try {
      replay(histories());
    } catch (Exception broken) {
      throw new AssertionError("its history can not be replayed", broken);
    } finally {
      orphans.close();
      env.close();
    }
  }

  static void replay(List<WorkflowExecutionHistory> histories) throws Exception {
    TestEnvironmentOptions options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(OrcDataConverter.create())
                    .build())
            .build();
    try (TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance(options)) {
      Worker worker = env.newWorker(TaskQueues.WORKFLOWS, PATIENT);
      worker.registerWorkflowImplementationTypes(BatchWorkflowImpl.class);
      for (WorkflowExecutionHistory history : histories) {
        WorkflowReplayer.replayWorkflowExecution(withoutTermination(history), worker);
      }
    }
  }

  /** The replayer knows no termination, which is no doing of the workflow's. */
  private static WorkflowExecutionHistory withoutTermination(WorkflowExecutionHistory history) {
    List<HistoryEvent> events = history.getEvents();
    int last = events.size() - 1;
    return events.get(last).getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED
        ? new WorkflowExecutionHistory(
            History.newBuilder().addAllEvents(events.subList(0, last)).build(), ID)
        : history;
  }

  private static String before(WorkflowExecutionHistory history) {
    return history
        .getEvents()
        .get(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getContinuedExecutionRunId();
  }
}
