package dev.orc.workflows.project;

import dev.orc.workflows.SkippedTime;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An orchestration over a {@link FakeHost}, in time that is skipped. Closing it ends the run and
 * replays every history that it made.
 */
final class Flow implements AutoCloseable {
  private static final int TRIES = 20;

  static final String PROJECT = "shop";
  static final String HOST = "h1";

  /** Says at every end of a server that it ended. Kept, or it would be collected. */
  private static final Logger NOISE = Logger.getLogger("io.grpc.Context");

  private final SkippedTime time = new SkippedTime();
  final TestWorkflowEnvironment env;
  final FakeHost host;
  final ProjectWorkflow orc;
  final ProjectInput input;
  private int ids;

  private Flow(ProjectInput input) {
    this.input = input;
    NOISE.setLevel(Level.OFF);
    env = time.environment();
    host = new FakeHost(env::currentTimeMillis);
    Worker worker = env.newWorker(TaskQueues.WORKFLOWS, SkippedTime.PATIENT);
    worker.registerWorkflowImplementationTypes(ProjectWorkflowImpl.class, FakeBatch.Impl.class);
    env.newWorker(TaskQueues.host(HOST)).registerActivitiesImplementations(host);
    env.start();
    orc =
        env.getWorkflowClient()
            .newWorkflowStub(
                ProjectWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(TaskQueues.workflowId(PROJECT))
                    .setTaskQueue(TaskQueues.WORKFLOWS)
                    .setWorkflowTaskTimeout(Duration.ofSeconds(10))
                    .build());
  }

  /** A team of three, lead first. */
  static Team team() {
    return new Team(
        "code_project",
        List.of(
            role("orchestrator", true, List.of(), List.of()),
            role("developer", false, List.of("orchestrator", "tester"), List.of()),
            role("tester", false, List.of("orchestrator"), List.of("developer"))));
  }

  static Role role(String name, boolean leads, List<String> talksTo, List<String> waitsFor) {
    return new Role(
        name, "Does its job.", leads, 0, name + "/", talksTo, waitsFor, Program.of("scripted"));
  }

  static ProjectInput input(Team team, ProjectSettings settings) {
    return input(team, settings, null);
  }

  static ProjectInput input(Team team, ProjectSettings settings, BatchRef batch) {
    Spec spec = new Spec("Shop", "/state/spec.md", "d1", "build it", List.of(), List.of("make"));
    return new ProjectInput(
        PROJECT, HOST, "/home/me/shop", spec, team, settings, List.of(), batch, null, null);
  }

  static Flow of(ProjectInput input) {
    return new Flow(input);
  }

  /** Begins and waits until it works. */
  static Flow working() {
    return of(input(team(), ProjectSettings.DEFAULTS)).begin().until(Phase.WORKING);
  }

  static Flow working(Team team, ProjectSettings settings) {
    return of(input(team, settings)).begin().until(Phase.WORKING);
  }

  Flow begin() {
    WorkflowClient.start(orc::run, input);
    return this;
  }

  Flow until(Phase phase) {
    await(phase.toString(), () -> orc.status().phase() == phase);
    return this;
  }

  /** Lets a little time pass again and again until it is so; an hour of skipped time at most. */
  void await(String what, BooleanSupplier so) {
    for (int tries = 0; tries < 400; tries++) {
      if (so.getAsBoolean()) {
        return;
      }
      pass(tries < 60 ? Duration.ofMillis(200) : Duration.ofSeconds(10));
    }
    throw new AssertionError("never: " + what + "; " + orc.status() + "\n" + timeline());
  }

  /** Lets time pass. */
  void pass(Duration time) {
    env.sleep(time);
  }

  Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  String id() {
    return "id-" + ++ids;
  }

  Message send(String from, String to, String text) {
    Message message = Message.ordinary(id(), from, to, text, now());
    for (int tries = 1; ; tries++) {
      try {
        orc.send(message);
        return message;
      } catch (WorkflowNotFoundException between) {
        // The test server knows nothing of an update that comes while a run gives way to the next.
        if (tries == TRIES) {
          throw between;
        }
      }
    }
  }

  Report report(String role, ReportKind kind, String text) {
    Report report =
        new Report(id(), role, agent(role).incarnation(), kind, text, null, null, now());
    orc.report(report);
    return report;
  }

  Request request(String reason) {
    return new Request(id(), "person", reason);
  }

  AgentStatus agent(String role) {
    return orc.status().agents().stream()
        .filter(agent -> agent.role().equals(role))
        .findFirst()
        .orElseThrow();
  }

  void awaitState(String role, String state) {
    await(role + " " + state, () -> agent(role).state().word().equals(state));
  }

  void awaitText(String role, String part) {
    await(
        role + " gets '" + part + "'",
        () -> host.textsTo(role).stream().anyMatch(text -> text.contains(part)));
  }

  Optional<Letter> letter(String messageId) {
    return orc.inbox("").stream().filter(l -> l.message().id().equals(messageId)).findFirst();
  }

  ProjectStatus status() {
    return orc.status();
  }

  String timeline() {
    StringBuilder text = new StringBuilder();
    orc.timeline(0).forEach(entry -> text.append(entry).append('\n'));
    return text.toString();
  }

  /** From now on the host does nothing: whatever is asked is tried again later. */
  void hostAway() {
    host.world(
        world ->
            world.before =
                order -> {
                  throw FakeHost.later("the host is away", Duration.ofSeconds(30));
                });
  }

  void hostBack() {
    host.world(world -> world.before = order -> {});
  }

  Outcome outcome() {
    return WorkflowStub.fromTyped(orc).getResult(Outcome.class);
  }

  WorkflowExecutionHistory history() {
    return env.getWorkflowClient().fetchHistory(TaskQueues.workflowId(PROJECT));
  }

  /** The histories of all runs, first one first. */
  List<WorkflowExecutionHistory> histories() {
    List<WorkflowExecutionHistory> all = new ArrayList<>(List.of(history()));
    for (String run = before(all.get(0)); !run.isEmpty(); run = before(all.get(0))) {
      all.add(0, env.getWorkflowClient().fetchHistory(TaskQueues.workflowId(PROJECT), run));
    }
    return all;
  }

  @Override
  public void close() {
    try {
      replay();
    } catch (Exception broken) {
      throw new AssertionError("its history can not be replayed", broken);
    } finally {
      time.close();
    }
  }

  private void replay() throws Exception {
    for (WorkflowExecutionHistory history : histories()) {
      HistoriesTest.replay(history);
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
