package dev.orc.worker.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orc.worker.FakeHost;
import dev.orc.worker.WorkerUnderTest;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.BatchActivities.LookOrder;
import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.activities.BatchActivities.Planned;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.activities.BatchActivities.Standing;
import dev.orc.workflows.activities.FailureTypes;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.project.ProjectInput;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a batch asks of a host, over a real Temporal with the real orchestration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class BatchWorkTest {
  @TempDir static Path home;
  private WorkerUnderTest worker;
  private Connection connection;
  private Orchestrations orchestrations;
  private FakeHost host;
  private BatchWork work;
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  @BeforeAll
  void start() throws IOException {
    worker = new WorkerUnderTest(home, kind());
    connection = worker.connect();
    orchestrations = new Orchestrations(connection, "testhost");
    host = worker.host();
    work =
        new BatchWork(host, "testhost", orchestrations, new Directories(orchestrations, clock()));
  }

  /** The Temporal to test against; null for the best that there is. */
  String kind() {
    return null;
  }

  @AfterAll
  void end() throws InterruptedException {
    connection.close();
    worker.close();
  }

  @Test
  void seesWhatRunsAndHowItEnded() {
    String first = begin("runs", 4_000);
    assertThat(look("runs", first)).isEqualTo(new Standing("runs", first, true, null, null));

    stop("runs");
    Standing over = look("runs", first);
    assertThat(over.running()).isFalse();
    assertThat(over.ended()).isEqualTo("COMPLETED");
    assertThat(over.outcome().phase()).isEqualTo(Phase.STOPPED);

    String second = begin("runs", 4_000);
    assertThat(look("runs", first)).as("another run of that name").isEqualTo(over);
    assertThat(look("runs", second).running()).isTrue();
    stop("runs");
  }

  @Test
  void followsAnOrchestrationThatContinuesAsNew() {
    String first = begin("goes-on", 150);
    for (int i = 0; i < 120 && newest("goes-on").equals(first); i++) {
      orchestrations.update(
          "goes-on", TypedUpdate.ofProject(ProjectWorkflow::send), "m" + i, message("m" + i));
    }
    // The next run begins when the answers to what was sent last are out.
    awaitAnother("goes-on", first);
    assertThat(look("goes-on", first).running()).isTrue();
    terminate("goes-on");
    Standing over = look("goes-on", first);
    assertThat(over.ended()).isEqualTo("TERMINATED");
    String other = begin("goes-on", 4_000);
    assertThat(look("goes-on", first)).as("another run of that name").isEqualTo(over);
    assertThat(look("goes-on", other).running()).isTrue();
    stop("goes-on");
  }

  @Test
  void saysWhatWasEndedFromOutsideAndWhatNobodyKnows() {
    String run = begin("killed", 4_000);
    terminate("killed");
    assertThat(look("killed", run))
        .isEqualTo(new Standing("killed", run, false, "TERMINATED", null));

    String never = UUID.randomUUID().toString();
    assertThat(look("never", never).ended()).isEqualTo("NOT_FOUND");
    host.batches.ends.add(ended("never", never));
    assertThat(look("never", never).outcome().failure()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(look("never", never).running()).isFalse();
  }

  @Test
  void whatIsHeldCanBePlannedLater() {
    begin("holder", 4_000);

    ApplicationFailure byName = refused(order("1", start("holder", "/p/elsewhere")));
    ApplicationFailure byPlace = refused(order("2", start("other", "/p/holder")));

    assertThat(List.of(byName.getType(), byPlace.getType())).containsOnly(FailureTypes.LATER);
    assertThat(byPlace.getOriginalMessage()).contains("/p/holder is held by").contains("holder");
    assertThat(byPlace.getDetails().get(1, Integer.class)).isEqualTo(1);
    assertThat(byPlace.isNonRetryable()).isTrue();
    stop("holder");
    assertThat(work.plan(order("2", start("other", "/p/holder"))).project()).isEqualTo("other");
  }

  @Test
  void whatMakesNoSenseIsRefusedForGood() {
    StartRequest noSpec = StartRequest.of("x", "me", null, "/p/x");
    ApplicationFailure refused = refused(order("3", noSpec));
    assertThat(refused.getType()).isEqualTo(FailureTypes.REFUSED);
    assertThat(refused.getDetails().get(0, String.class)).contains("--spec");
  }

  @Test
  void aPlaceIsKeptFromThePlanToTheStart() {
    Planned first = work.plan(order("4", start("kept", "/p/kept")));
    assertThat(first.host()).isEqualTo("testhost");
    assertThat(first.settings().historyEvents())
        .isEqualTo(Math.min(4_000, orchestrations.longestHistory()));

    assertThat(work.plan(order("4", start("kept", "/p/kept")))).isEqualTo(first);
    assertThat(refused(order("5", start("second", "/p/kept"))).getType())
        .isEqualTo(FailureTypes.LATER);
    now = now.plusSeconds(11);
    assertThat(work.plan(order("5", start("second", "/p/kept"))).project()).isEqualTo("second");
  }

  /** Phases of the same repository follow each other at once, and not after a minute. */
  @Test
  void whatWasStartedAndIsOverKeepsNothing() {
    now = Instant.now();
    work.plan(order("7", start("quick", "/p/quick")));
    begin("quick", 4_000);
    assertThat(refused(order("8", start("quick", "/p/quick"))).getType())
        .isEqualTo(FailureTypes.LATER);
    stop("quick");
    now = Instant.now();
    assertThat(work.plan(order("8", start("quick", "/p/quick"))).project()).isEqualTo("quick");
    assertThat(refused(order("9", start("other", "/p/quick"))).getType())
        .isEqualTo(FailureTypes.LATER);
  }

  @Test
  void laterTriesWorkWhereTheFirstDid() {
    StartRequest first = start("again", "/p/again");
    work.plan(order("6", first));
    StartRequest enhanced =
        new StartRequest(
            first.id(), "me", "/enhanced.md", null, "again", null, null, null, null, null, null);
    assertThat(work.plan(order("6", enhanced)).directory()).isEqualTo("/p/again");
    assertThat(work.plan(order("6", enhanced)).spec().file()).isEqualTo("/enhanced.md");
  }

  @Test
  void researchKnowsTheDirectoryAndTheTimeline() {
    begin("looked-at", 4_000);
    stop("looked-at");
    Completed kept = ended("looked-at", "r");
    Outcome outcome = Ends.outcome(kept);
    StartRequest start = start("looked-at", "/p/looked-at");

    var plan =
        work.research(
            new ResearchOrder("orc-queue/testhost", "7", 1, start, outcome, ResearchMode.AGENT));

    assertThat(plan.analysis()).isEqualTo("/analysis.md");
    assertThat(plan.orchestration()).isNull();
    assertThat(plan.note()).isEqualTo("no agent here");
    assertThat(host.batches.looks).anyMatch(order -> order.start().equals(start));
  }

  private String begin(String project, int events) {
    Role role =
        new Role("developer", "works", true, 0, "feature/", null, null, Program.of("scripted"));
    Spec spec = new Spec("T", "/spec.md", "d", "g", null, null);
    ProjectInput input =
        ProjectInput.of(
            project,
            "testhost",
            "/p/" + project,
            spec,
            new Team("code_project", List.of(role)),
            ProjectSettings.DEFAULTS.withHistoryAtMost(events),
            List.of());
    String run = orchestrations.start(input, UUID.randomUUID().toString()).runId();
    worker.await(
        "/v1/projects/" + project, said -> said.body().path("phase").asText().equals("WORKING"));
    return run;
  }

  private void stop(String project) {
    Request request = new Request(UUID.randomUUID().toString(), "me", null);
    orchestrations.update(
        project, TypedUpdate.ofProject(ProjectWorkflow::stop), request.id(), request);
    WorkflowStub stub =
        connection.requests().newUntypedWorkflowStub(TaskQueues.workflowId(project));
    assertThat(stub.getResult(Outcome.class).phase()).isEqualTo(Phase.STOPPED);
  }

  private void terminate(String project) {
    connection.requests().newUntypedWorkflowStub(TaskQueues.workflowId(project)).terminate("x");
  }

  private void awaitAnother(String project, String run) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (newest(project).equals(run)) {
      assertThat(System.nanoTime()).as("it goes on as another run").isLessThan(end);
    }
  }

  private String newest(String project) {
    return connection
        .requests()
        .newUntypedWorkflowStub(TaskQueues.workflowId(project))
        .describe()
        .getExecution()
        .getRunId();
  }

  private Standing look(String project, String run) {
    return work.look(List.of(new LookOrder(project, run))).get(0);
  }

  private ApplicationFailure refused(PlanOrder order) {
    return catchThrowableOfType(ApplicationFailure.class, () -> work.plan(order));
  }

  private static PlanOrder order(String item, StartRequest start) {
    return new PlanOrder("orc-queue/testhost", item, 1, start);
  }

  private static StartRequest start(String name, String directory) {
    return new StartRequest(
        "id-" + name, "me", "/spec.md", directory, name, null, null, null, null, null, null);
  }

  private static Message message(String id) {
    return Message.ordinary(id, Message.PERSON, "developer", "go on", Instant.now());
  }

  private static Completed ended(String project, String run) {
    Instant end = Instant.parse("2026-01-02T03:04:05Z");
    return new Completed(
        project,
        "T",
        "/p/" + project,
        run,
        Phase.FAILED,
        FailureKind.TIMEOUT,
        "late",
        end.minusSeconds(60),
        end,
        2,
        Totals.NONE,
        null);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
