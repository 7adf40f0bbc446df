package dev.orc.activities.agent.watch;

import static dev.orc.activities.agent.HostForTests.PROJECT;
import static dev.orc.activities.agent.HostForTests.message;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.HostForTests;
import dev.orc.activities.git.GitForTests;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.WatchActivities;
import dev.orc.workflows.activities.WatchActivities.Belief;
import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Sighting;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The watch as an activity of a real workflow, over agents in real panes. */
@Timeout(180)
class HostWatchTest {
  private static final String QUEUE = "watch";

  @TempDir Path home;
  private HostForTests host;
  private HostWatch watch;
  private TestWorkflowEnvironment temporal;

  /** Asks once. */
  @WorkflowInterface
  public interface Asking {
    @WorkflowMethod
    HostView ask(WatchOrder order, Duration startToClose);
  }

  /** Asks the host's watch. */
  public static class AskingOnce implements Asking {
    @Override
    public HostView ask(WatchOrder order, Duration startToClose) {
      ActivityOptions options =
          ActivityOptions.newBuilder()
              .setStartToCloseTimeout(startToClose)
              .setHeartbeatTimeout(Duration.ofSeconds(1))
              .build();
      return Workflow.newActivityStub(WatchActivities.class, options).watch(order);
    }
  }

  @BeforeEach
  void open() throws IOException {
    host = new HostForTests(home);
    watch = new HostWatch(host.truth());
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
    var worker = temporal.newWorker(QUEUE);
    worker.registerWorkflowImplementationTypes(AskingOnce.class);
    worker.registerActivitiesImplementations(watch);
    temporal.start();
  }

  @AfterEach
  void close() throws IOException {
    watch.close();
    temporal.close();
    host.close();
  }

  @Test
  void aKilledAgentIsToldAtOnce()
      throws ExecutionException, InterruptedException, TimeoutException {
    Launched agent = host.launch("developer", 1);
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, false)));
    long killed = System.nanoTime();
    ProcessHandle.of(agent.pid()).orElseThrow().destroyForcibly();
    Sighting seen = soon(answer).of("developer").orElseThrow();
    assertThat(seen.condition()).isEqualTo(Condition.EXITED);
    assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void anAgentThatGetsReadyForMailIsTold()
      throws ExecutionException, InterruptedException, TimeoutException {
    host.launch("developer", 1, "on \"work\" do", "  busy 1500ms");
    host.deliver("developer", 1, message("m1", "work"));
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, false)));
    assertThat(host.deliver("developer", 1, message("m2", "more")).delivery())
        .isEqualTo(Delivery.DEFERRED);
    assertThat(soon(answer).of("developer").orElseThrow().condition()).isEqualTo(Condition.READY);
    assertThat(host.deliver("developer", 1, message("m2", "more")).delivery())
        .isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void theEndOfHalfTypedTextIsTold()
      throws ExecutionException, InterruptedException, TimeoutException {
    String pane = host.launch("developer", 1).pane();
    host.tmux().keys(pane, List.of("h", "e", "y"));
    await("typed", () -> host.tmux().screen(pane).contains("❯ hey"));
    assertThat(host.deliver("developer", 1, message("m1", "x")).delivery())
        .isEqualTo(Delivery.DEFERRED);
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, true)));
    assertThat(answer).failsWithin(Duration.ofMillis(1_500));
    host.tmux().keys(pane, List.of("BSpace", "BSpace", "BSpace"));
    soon(answer);
    assertThat(host.deliver("developer", 1, message("m1", "x")).delivery())
        .isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void aServerThatIsGoneTakesAllWithIt()
      throws ExecutionException, InterruptedException, TimeoutException {
    host.launch("developer", 1);
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, false)));
    host.tmux().killServer();
    HostView view = soon(answer);
    assertThat(view.of("developer").orElseThrow().condition()).isEqualTo(Condition.MISSING);
    await("no session", () -> !host.truth().view(PROJECT).sessionPresent());
  }

  @Test
  void aLimitAndItsEndAreTold() throws ExecutionException, InterruptedException, TimeoutException {
    host.launch(
        "developer", 1, "on \"work\" do", "  limit \"You've hit your session limit\" for 1s");
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, false)));
    host.deliver("developer", 1, message("m1", "work"));
    assertThat(soon(answer).of("developer").orElseThrow().condition()).isEqualTo(Condition.LIMITED);
    CompletableFuture<HostView> end = ask(order(belief(Condition.LIMITED, false)));
    assertThat(soon(end).of("developer").orElseThrow().condition().alive()).isTrue();
  }

  @Test
  void aCompletionFileIsTold()
      throws ExecutionException, InterruptedException, IOException, TimeoutException {
    host.launch("developer", 1);
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, false)));
    Files.writeString(host.worktree().resolve("COMPLETED"), "all done\n");
    assertThat(soon(answer).completionFile()).isEqualTo("COMPLETED\nall done");
  }

  @Test
  void commitsAreToldFromTheirTimeOn()
      throws ExecutionException, InterruptedException, TimeoutException {
    GitForTests git = GitForTests.repository(host.worktree());
    String base = git.say("rev-parse", "HEAD");
    host.launch("developer", 1);
    Belief belief =
        new Belief(
            "developer",
            1,
            Condition.READY,
            false,
            0,
            "scripted",
            host.worktree().toString(),
            base);
    CompletableFuture<HostView> answer = ask(order(belief));
    git.write("file", "x");
    git.commit("work");
    assertThat(soon(answer).of("developer").orElseThrow().commits()).isEqualTo(1);
  }

  @Test
  void whenItsTimeIsOverItAnswers()
      throws ExecutionException, InterruptedException, TimeoutException {
    host.launch("developer", 1);
    WatchOrder order =
        new WatchOrder(
            PROJECT,
            null,
            List.of(belief(Condition.READY, false)),
            null,
            Instant.now().plusMillis(500),
            Instant.now());
    assertThat(soon(ask(order)).of("developer").orElseThrow().condition())
        .isEqualTo(Condition.READY);
  }

  @Test
  void anyOtherAttemptThanTheFirstAnswersAtOnce()
      throws ExecutionException, InterruptedException, TimeoutException {
    host.launch("developer", 1);
    WatchOrder order = order(belief(Condition.READY, false));
    assertThat(soon(ask(order, Duration.ofMillis(700))).of("developer")).isPresent();
  }

  @Test
  void aWatchThatIsTakenBackIsForgotten() {
    host.launch("developer", 1);
    WorkflowStub workflow = start(order(belief(Condition.READY, false)), Duration.ofSeconds(50));
    await("open", () -> watch.open() == 1);
    workflow.cancel();
    await("forgotten", () -> watch.open() == 0);
  }

  @Test
  void aNewWorkerKnowsWhatIsTrueWithoutHavingSeenIt() throws InterruptedException {
    host.launch("developer", 1, "on \"work\" do", "  busy 30s");
    host.deliver("developer", 1, message("m1", "work"));
    host.restartWorker();
    try (HostWatch other = new HostWatch(host.truth())) {
      host.truth()
          .remember(new HostTruth.Expected(PROJECT, "developer", 1, "scripted", null, null));
      assertThat(
              host.truth()
                  .await(
                      PROJECT,
                      "developer",
                      seen -> seen.condition() == Condition.BUSY,
                      Duration.ofSeconds(5)))
          .get()
          .extracting(Sighting::condition)
          .isEqualTo(Condition.BUSY);
      assertThat(other.open()).isZero();
    }
  }

  @Test
  void aClosingWorkerAnswersWhatIsOpen()
      throws ExecutionException, InterruptedException, TimeoutException {
    host.launch("developer", 1);
    CompletableFuture<HostView> answer = ask(order(belief(Condition.READY, false)));
    await("open", () -> watch.open() == 1);
    watch.close();
    assertThat(soon(answer).of("developer")).isPresent();
  }

  private Belief belief(Condition condition, boolean waitsForReady) {
    return new Belief(
        "developer",
        1,
        condition,
        waitsForReady,
        0,
        "scripted",
        host.worktree().toString(),
        "HEAD");
  }

  private static WatchOrder order(Belief belief) {
    Instant now = Instant.now();
    return new WatchOrder(PROJECT, "developer", List.of(belief), null, now.plusSeconds(600), now);
  }

  private CompletableFuture<HostView> ask(WatchOrder order) {
    CompletableFuture<HostView> answer = ask(order, Duration.ofSeconds(50));
    await("open or answered", () -> watch.open() == 1 || answer.isDone());
    return answer;
  }

  private CompletableFuture<HostView> ask(WatchOrder order, Duration startToClose) {
    return start(order, startToClose).getResultAsync(HostView.class);
  }

  private WorkflowStub start(WatchOrder order, Duration startToClose) {
    WorkflowOptions options = WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build();
    WorkflowClient client = temporal.getWorkflowClient();
    WorkflowStub stub = WorkflowStub.fromTyped(client.newWorkflowStub(Asking.class, options));
    stub.start(order, startToClose);
    return stub;
  }

  private static HostView soon(CompletableFuture<HostView> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(60, TimeUnit.SECONDS);
  }
}
