package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.batch.BatchInput;
import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.TimelineEntry;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The batches of this host, over Temporal. Thread-safe. Whatever can not be done is a {@link
 * Refusal} that says why.
 */
public final class Batches {
  private static final SearchAttributeKey<String> HOST = SearchAttributeKey.forKeyword("OrcHost");
  private static final SearchAttributeKey<String> BATCH = SearchAttributeKey.forKeyword("OrcBatch");
  private static final Duration TASK = Duration.ofSeconds(4);

  private final Connection connection;
  private final String host;
  private final BatchSettings settings;
  private final Runs runs;
  private final Updates updates;

  /**
   * @param settings as the host is configured
   */
  public Batches(Connection connection, String host, BatchSettings settings) {
    this.connection = connection;
    this.host = host;
    this.settings = settings;
    this.runs = Runs.ofBatches(connection, host);
    this.updates = new Updates(connection.requests());
  }

  /** Adds to the batch where it runs, and starts it where it does not. */
  public BatchAdded add(BatchAdd add) {
    String batch = add.batch() == null ? TaskQueues.QUEUE : add.batch();
    requireName(batch);
    BatchSettings asWished = Wishes.over(settings, add.wish());
    BatchInput input =
        new BatchInput(
            batch, host, asWished.withHistoryAtMost(connection.server().longestHistory()), null);
    try {
      return Attempts.until(
          failure -> TemporalFailure.uncertain(failure) || TemporalFailure.unknownRun(failure),
          () -> {
            BatchWorkflow stub =
                connection.requests().newWorkflowStub(BatchWorkflow.class, options(batch));
            return WorkflowClient.executeUpdateWithStart(
                stub::add,
                add,
                Updates.options(BatchAdded.class, add.id()),
                new WithStartWorkflowOperation<>(stub::run, input));
          });
    } catch (RuntimeException failed) {
      throw meaning(batch, failed);
    }
  }

  /** Tells an open batch something; the same id is the same thing. */
  public <A> Accepted update(
      String batch, TypedUpdate<BatchWorkflow, A> update, String id, A argument) {
    requireName(batch);
    try {
      return updates.send(id(batch), update, id, argument);
    } catch (RuntimeException failed) {
      throw TemporalFailure.unknownRun(failed) ? gone(batch) : meaning(batch, failed);
    }
  }

  /** How the newest batch of that name stands, open or over. */
  public BatchStatus status(String batch) {
    return query(batch, BatchWorkflow::status);
  }

  /**
   * @param since entries after this number
   */
  public List<TimelineEntry> story(String batch, long since) {
    return query(batch, one -> one.story(since));
  }

  /** Those that run. */
  public List<Run> open() {
    try {
      return runs.open();
    } catch (RuntimeException failed) {
      throw meaning("list", failed);
    }
  }

  /**
   * @param closed whether those that are over are told too, newest first
   */
  public List<BatchStatus> all(boolean closed) {
    List<BatchStatus> all = new ArrayList<>();
    open().forEach(run -> all.add(running(run)));
    if (closed) {
      closed().forEach(run -> all.add(ended(run)));
    }
    return all;
  }

  /** Those that run, and those that have ended since, newest first. */
  public List<BatchStatus> since(Instant moment) {
    List<BatchStatus> all = all(false);
    closed().stream()
        .filter(run -> run.ended() == null || !run.ended().isBefore(moment))
        .map(this::ended)
        .filter(batch -> batch.endedAt() == null || !batch.endedAt().isBefore(moment))
        .forEach(all::add);
    return all;
  }

  /** Tells an open batch that a worker of its host has started. */
  public void hostUp(String batch, String workerRun) {
    connection.workers().newWorkflowStub(BatchWorkflow.class, id(batch)).hostUp(workerRun);
  }

  private List<Run> closed() {
    try {
      return runs.closed();
    } catch (RuntimeException failed) {
      throw meaning("list", failed);
    }
  }

  /** One that does not answer keeps nobody from seeing the others. */
  private BatchStatus running(Run run) {
    try {
      return status(run.project());
    } catch (Refusal silent) {
      return bare(run, silent.getMessage(), null);
    }
  }

  /** What it answered at its end; one that was ended from outside tells no more than that. */
  private BatchStatus ended(Run run) {
    if (!run.status().equals("COMPLETED")) {
      String how = run.status().toLowerCase(Locale.ROOT).replace('_', ' ');
      return bare(run, how, run.ended() == null ? run.started() : run.ended());
    }
    WorkflowExecution execution =
        WorkflowExecution.newBuilder()
            .setWorkflowId(id(run.project()))
            .setRunId(run.runId())
            .build();
    try {
      return connection
          .requests()
          .newUntypedWorkflowStub(execution, Optional.empty())
          .getResult(BatchStatus.class);
    } catch (RuntimeException failed) {
      throw meaning(run.project(), failed);
    }
  }

  private BatchStatus bare(Run run, String condition, Instant ended) {
    return new BatchStatus(
        run.project(),
        id(run.project()),
        host,
        false,
        condition,
        settings,
        run.started(),
        ended,
        List.of());
  }

  private <T> T query(String batch, Function<BatchWorkflow, T> query) {
    requireName(batch);
    try {
      return query.apply(connection.requests().newWorkflowStub(BatchWorkflow.class, id(batch)));
    } catch (RuntimeException failed) {
      throw TemporalFailure.unknownRun(failed) ? unknown(batch) : meaning(batch, failed);
    }
  }

  private WorkflowStub stub(String batch) {
    return connection.requests().newUntypedWorkflowStub(id(batch));
  }

  private String id(String batch) {
    return TaskQueues.batchId(host, batch);
  }

  private WorkflowOptions options(String batch) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id(batch))
        .setTaskQueue(TaskQueues.WORKFLOWS)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .setWorkflowTaskTimeout(TASK)
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder().set(HOST, host).set(BATCH, id(batch)).build())
        .setStaticSummary("Batch " + batch + " on " + host)
        .build();
  }

  private Refusal gone(String batch) {
    try {
      var unused = stub(batch).describe();
      return new Refusal(
          Refusal.Kind.REFUSED,
          "the batch " + batch + " is over",
          "'orc queue list --all' says how it ended; 'orc queue add' begins another");
    } catch (RuntimeException failed) {
      return unknown(batch);
    }
  }

  private static RuntimeException meaning(String batch, RuntimeException failed) {
    return TemporalFailure.meaning("the batch " + batch, "'orc queue list' shows it", failed);
  }

  private static Refusal unknown(String batch) {
    return new Refusal(
        Refusal.Kind.NOT_FOUND,
        "there is no batch " + batch,
        "'orc queue list --all' shows those there are");
  }

  private static void requireName(String batch) {
    if (!AgentName.WORD.matcher(batch).matches()) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          "'" + batch + "' can not be a batch's name",
          "use lower-case letters, digits and hyphens, 48 at most");
    }
  }
}
