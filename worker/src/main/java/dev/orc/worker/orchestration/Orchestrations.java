package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.start.Plan;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.project.ProjectInput;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The orchestrations of this host, over Temporal. Thread-safe. Whatever can not be done is a {@link
 * Refusal} that says why.
 */
public final class Orchestrations {
  private static final int CLOSES_SECONDS = 10;

  private final Connection connection;
  private final String host;
  private final Runs runs;
  private final Updates updates;
  private final WorkflowStarts starts;

  /** Started here and perhaps not listed yet: lists lag behind. */
  private final Map<String, Run> fresh = new ConcurrentHashMap<>();

  public Orchestrations(Connection connection, String host) {
    this.host = host;
    this.connection = connection;
    this.runs = Runs.ofProjects(connection, host);
    this.updates = new Updates(connection.requests());
    this.starts = new WorkflowStarts(connection.requests());
  }

  /** How many events a run may have on the Temporal that serves. */
  public int longestHistory() {
    return connection.server().longestHistory();
  }

  /** Refuses when an orchestration of that name is open. */
  public void requireFree(String project) {
    try {
      if (isOpen(project)) {
        throw WorkflowStarts.heldBy(project, stub(project).describe().getExecution().getRunId());
      }
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(project, failed);
    }
  }

  /** Refuses when there is no such orchestration, or it is over. */
  public void requireOpen(String project) {
    requireName(project);
    try {
      if (!isOpen(project)) {
        throw gone(project);
      }
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(project, failed);
    }
  }

  /** Starts what is planned on this host, unless one of that name is open. */
  public Run start(Plan plan, String requestId) {
    return start(
        ProjectInput.of(
                plan.project(),
                host,
                plan.directory(),
                plan.spec(),
                plan.team(),
                plan.settings().withHistoryAtMost(longestHistory()),
                plan.windows())
            .noting(plan.teamPlan().notes())
            .from(plan.branch()),
        requestId);
  }

  /** Starts it, unless one of that name is open. */
  public Run start(ProjectInput input, String requestId) {
    try {
      Run run = starts.start(input, requestId);
      fresh.put(run.project(), run);
      return run;
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(input.project(), failed);
    }
  }

  /** When the newest run of that name began, open or not; empty when there is none. */
  Optional<Instant> begunAt(String project) {
    try {
      return Optional.ofNullable(stub(project).describe().getStartTime());
    } catch (RuntimeException failed) {
      if (TemporalFailure.unknownRun(failed)) {
        return Optional.empty();
      }
      throw TemporalFailure.meaning(project, failed);
    }
  }

  /**
   * Waits for the end of one that has told how it ended and only has to close: what follows it may
   * begin then.
   */
  void awaitEnd(String project) {
    try {
      if (isOpen(project) && status(project).phase().over()) {
        var unused = stub(project).getResult(CLOSES_SECONDS, TimeUnit.SECONDS, Outcome.class);
      }
    } catch (TimeoutException | WorkflowFailedException heldOrOver) {
      // Whoever starts something there is told so, if it is still held.
      return;
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(project, failed);
    }
  }

  /** Whether an orchestration of that name is open. */
  public boolean running(String project) {
    requireName(project);
    try {
      return isOpen(project);
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(project, failed);
    }
  }

  /** Tells an open orchestration something; the same id is the same thing. */
  public <A> Accepted update(
      String project, TypedUpdate<ProjectWorkflow, A> update, String id, A argument) {
    requireName(project);
    try {
      return updates.send(TaskQueues.workflowId(project), update, id, argument);
    } catch (RuntimeException failed) {
      throw TemporalFailure.unknownRun(failed)
          ? gone(project)
          : TemporalFailure.meaning(project, failed);
    }
  }

  /** How the newest run of an orchestration stands, open or not, as it says itself. */
  public ProjectStatus status(String project) {
    return query(project, ProjectWorkflow::status);
  }

  /**
   * Asks the newest run of an orchestration, open or not.
   *
   * @param query one call of a query
   */
  public <T> T query(String project, Function<ProjectWorkflow, T> query) {
    requireName(project);
    try {
      return query.apply(
          connection
              .requests()
              .newWorkflowStub(ProjectWorkflow.class, TaskQueues.workflowId(project)));
    } catch (RuntimeException failed) {
      throw TemporalFailure.unknownRun(failed)
          ? unknown(project)
          : TemporalFailure.meaning(project, failed);
    }
  }

  /** The timeline of the newest run; empty where nobody can tell it. */
  public List<TimelineEntry> timelineIfKnown(String project) {
    try {
      return query(project, one -> one.timeline(0));
    } catch (Refusal unknown) {
      return List.of();
    }
  }

  /**
   * @param kept what the host keeps of an end, by the orchestration's first run
   */
  Standings standings(Function<String, Optional<Completed>> kept) {
    return new Standings(connection, kept);
  }

  public List<Run> open() {
    try {
      Map<String, Run> found = new LinkedHashMap<>();
      runs.open().forEach(run -> found.put(run.project(), run));
      fresh.keySet().removeAll(found.keySet());
      fresh.values().stream()
          .filter(run -> isOpen(run.project()))
          .forEach(run -> found.put(run.project(), run));
      return new ArrayList<>(found.values());
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning("list", failed);
    }
  }

  /** Newest first. */
  public List<Run> closed() {
    try {
      return runs.closed();
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning("list", failed);
    }
  }

  /** How one run stands, also one that is not the newest of its project. */
  public ProjectStatus status(Run run) {
    try {
      return connection
          .requests()
          .newWorkflowStub(
              ProjectWorkflow.class, TaskQueues.workflowId(run.project()), Optional.of(run.runId()))
          .status();
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(run.project(), failed);
    }
  }

  /** What a closed run answered; empty when it was terminated or failed. */
  public Optional<Outcome> outcome(Run run) {
    if (!run.status().equals("COMPLETED")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(stub(run).getResult(Outcome.class));
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(run.project(), failed);
    }
  }

  /** The first run of the orchestration that a run belongs to, by which the host knows its end. */
  public String firstRun(Run run) {
    try {
      return stub(run).describe().getFirstRunId();
    } catch (RuntimeException failed) {
      throw TemporalFailure.meaning(run.project(), failed);
    }
  }

  /** Tells an open orchestration that a worker of its host has started. */
  public void hostUp(String project, String workerRun) {
    connection
        .workers()
        .newWorkflowStub(ProjectWorkflow.class, TaskQueues.workflowId(project))
        .hostUp(workerRun);
  }

  private boolean isOpen(String project) {
    try {
      return stub(project).describe().getStatus().name().endsWith("_RUNNING");
    } catch (RuntimeException failed) {
      if (TemporalFailure.unknownRun(failed)) {
        return false;
      }
      throw failed;
    }
  }

  private WorkflowStub stub(String project) {
    return connection.requests().newUntypedWorkflowStub(TaskQueues.workflowId(project));
  }

  private WorkflowStub stub(Run run) {
    WorkflowExecution execution =
        WorkflowExecution.newBuilder()
            .setWorkflowId(TaskQueues.workflowId(run.project()))
            .setRunId(run.runId())
            .build();
    return connection.requests().newUntypedWorkflowStub(execution, Optional.empty());
  }

  /** Why an update found nobody: over, or never there. */
  private Refusal gone(String project) {
    try {
      var unused = stub(project).describe();
      return new Refusal(
          Refusal.Kind.REFUSED,
          "the orchestration " + project + " is over",
          "'orc status " + project + "' says how it ended; 'orc start' starts it anew");
    } catch (RuntimeException failed) {
      if (TemporalFailure.unknownRun(failed)) {
        return unknown(project);
      }
      throw TemporalFailure.meaning(project, failed);
    }
  }

  private static Refusal unknown(String project) {
    return new Refusal(
        Refusal.Kind.NOT_FOUND,
        "there is no orchestration " + project,
        "'orc list --all' shows those there are");
  }

  private static void requireName(String project) {
    if (!AgentName.WORD.matcher(project).matches()) {
      throw new Refusal(
          Refusal.Kind.NOT_FOUND,
          "there is no orchestration of such a name",
          "'orc list --all' shows those there are");
    }
  }
}
